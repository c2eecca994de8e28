package io.groundswell.app;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQueryListener;

/** How many micro-batches with rows a job has done, for whoever watches it; nothing is counted where nobody does. */
final class BatchesDone extends StreamingQueryListener implements AutoCloseable {
    private final SparkSession spark;
    private final boolean isCounting;
    private final AtomicLong batches = new AtomicLong();

    private BatchesDone(SparkSession spark, boolean isCounting) {
        this.spark = spark;
        this.isCounting = isCounting;
    }

    static BatchesDone count(SparkSession spark, boolean isWatched) {
        BatchesDone done = new BatchesDone(spark, isWatched);
        if (isWatched) {
            spark.streams().addListener(done);
        }
        return done;
    }

    long count() {
        return batches.get();
    }

    @Override
    public void onQueryStarted(QueryStartedEvent event) {}

    @Override
    public void onQueryProgress(QueryProgressEvent event) {
        if (event.progress().numInputRows() > 0) {
            batches.incrementAndGet();
        }
    }

    @Override
    public void onQueryTerminated(QueryTerminatedEvent event) {}

    @Override
    public void close() {
        if (isCounting) {
            spark.streams().removeListener(this);
        }
    }
}
