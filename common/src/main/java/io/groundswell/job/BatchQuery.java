package io.groundswell.job;

import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;

/**
 * A streaming query that hands its batches to a function.
 *
 * @param checkpoint folder in which the query keeps its progress
 */
public record BatchQuery(String checkpoint, Cadence cadence) {

    /**
     * Runs the query until all is read, or with a cadence that goes on until it is stopped.
     *
     * @throws PlatformException if the function threw one
     */
    public void run(Dataset<Row> stream, VoidFunction2<Dataset<Row>, Long> batches) {
        StreamingQuery query = null;
        try {
            query = stream.writeStream()
                    .option("checkpointLocation", checkpoint)
                    .trigger(cadence.trigger())
                    .foreachBatch(batches)
                    .start();
            Waiting waiting = query::awaitTermination;
            waiting.await();
        } catch (InterruptedException e) {
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

    /** Says what Spark's method does not declare: waiting can be interrupted. */
    @FunctionalInterface
    private interface Waiting {
        void await() throws StreamingQueryException, InterruptedException;
    }

    /** Stops a query that still runs because the waiting for it was interrupted. */
    private void stop(StreamingQuery query) {
        if (query == null || !query.isActive()) {
            return;
        }
        try {
            query.stop();
        } catch (TimeoutException e) {
            throw new IllegalStateException("The query with the checkpoint " + checkpoint + " did not stop", e);
        }
    }
}
