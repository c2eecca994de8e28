package io.groundswell.job;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.slf4j.MDC;

/**
 * A streaming query that hands its batches to a function.
 *
 * @param checkpoint folder in which the query keeps its progress
 */
public record BatchQuery(String checkpoint, Cadence cadence) {

    /**
     * Runs the query, named after its job and checkpoint, until all is read, or with a cadence that goes on until it is stopped.
     *
     * @throws PlatformException if the function threw one, or the checkpoint is not what it was
     */
    public void run(Dataset<Row> stream, VoidFunction2<Dataset<Row>, Long> batches) {
        Configuration conf = stream.sparkSession().sparkContext().hadoopConfiguration();
        CheckpointSeal seal = new CheckpointSeal(checkpoint, conf);
        seal.require(name().substring(0, name().indexOf('/')));
        new CheckpointDrafts(checkpoint, conf).delete();
        StreamingQuery query = null;
        try {
            query = stream.writeStream()
                    .queryName(name())
                    .option("checkpointLocation", checkpoint)
                    .trigger(cadence.trigger())
                    .foreachBatch(told(seal, batches))
                    .start();
            Waiting waiting = query::awaitTermination;
            waiting.await();
        } catch (InterruptedException e) {
            query = query == null ? begun(stream.sparkSession()) : query;
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The query with the checkpoint " + checkpoint + " was interrupted", e);
        } catch (StreamingQueryException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof PlatformException known) {
                    throw known;
                }
            }
            throw new IllegalStateException("The query with the checkpoint " + checkpoint + " failed", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The query with the checkpoint " + checkpoint + " did not start", e);
        } finally {
            stop(query);
        }
    }

    /** Returns the last two parts of the checkpoint's path: job and query. */
    private String name() {
        int query = checkpoint.lastIndexOf('/');
        return checkpoint.substring(checkpoint.lastIndexOf('/', query - 1) + 1);
    }

    /** A batch runs in a thread of the query's: there too each line of the log says to what it belongs. */
    private VoidFunction2<Dataset<Row>, Long> told(CheckpointSeal seal, VoidFunction2<Dataset<Row>, Long> batches) {
        Map<String, String> of = new HashMap<>();
        if (MDC.getCopyOfContextMap() != null) {
            of.putAll(MDC.getCopyOfContextMap());
        }
        of.put(LogFields.QUERY, name());
        return (rows, batch) -> {
            Map<String, String> ofBatch = new HashMap<>(of);
            ofBatch.put(LogFields.BATCH, batch.toString());
            try (LogFields.Scope scope = LogFields.with(ofBatch)) {
                seal.set(batch);
                batches.call(rows, batch);
            }
        };
    }

    /** Says what Spark's method does not declare: waiting can be interrupted. */
    @FunctionalInterface
    private interface Waiting {
        void await() throws StreamingQueryException, InterruptedException;
    }

    /** Returns the query of which the interrupted start told nothing; null where there is none. */
    private StreamingQuery begun(SparkSession spark) {
        return Arrays.stream(spark.streams().active())
                .filter(query -> name().equals(query.name()))
                .findAny()
                .orElse(null);
    }

    /** Stops a query that still runs because the waiting for it was interrupted. */
    private void stop(StreamingQuery query) {
        if (query == null || !query.isActive()) {
            return;
        }
        boolean isInterrupted = Thread.interrupted(); // a thread marked so would not wait for the batch at work
        try {
            query.stop();
        } catch (TimeoutException e) {
            throw new IllegalStateException("The query with the checkpoint " + checkpoint + " did not stop", e);
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
