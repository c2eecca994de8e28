package io.groundswell.app.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StateOperatorProgress;
import org.apache.spark.sql.streaming.StreamingQueryListener;
import org.apache.spark.sql.streaming.StreamingQueryProgress;

/** Hears what Spark tells of the batches of a job's queries, in a thread of Spark's, until it is closed. */
final class BatchListener extends StreamingQueryListener implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SparkSession spark;
    private final Consumer<BatchFigures> told;
    private final Predicate<String> isOwn;
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();
    private final Lock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();

    private BatchListener(SparkSession spark, Predicate<String> isOwn, Consumer<BatchFigures> told) {
        this.spark = spark;
        this.isOwn = isOwn;
        this.told = told;
    }

    /**
     * Begins to listen.
     *
     * @param isOwn whether a query, by its name, is one of the job's: others may have theirs in the session
     */
    static BatchListener on(SparkSession spark, Predicate<String> isOwn, Consumer<BatchFigures> told) {
        BatchListener listener = new BatchListener(spark, isOwn, told);
        spark.streams().addListener(listener);
        return listener;
    }

    /** Called before the query's start returns, so that whoever waits for its end knows of it. */
    @Override
    public void onQueryStarted(QueryStartedEvent event) {
        if (isOwn(event.name())) {
            running.add(event.runId());
        }
    }

    @Override
    public void onQueryProgress(QueryProgressEvent event) {
        if (isOwn(event.progress().name())) {
            told.accept(figures(event.progress()));
        }
    }

    @Override
    public void onQueryTerminated(QueryTerminatedEvent event) {
        lock.lock();
        try {
            running.remove(event.runId());
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all has been heard of queries that have ended; not for ever, as Spark drops what is told too fast. */
    void awaitLast() {
        lock.lock();
        try {
            long left = PATIENCE.toNanos();
            while (!running.isEmpty() && left > 0) {
                left = ended.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        spark.streams().removeListener(this);
    }

    private boolean isOwn(String query) {
        return isOwn.test(query == null ? "" : query);
    }

    private static BatchFigures figures(StreamingQueryProgress progress) {
        long stateRows = 0;
        long stateBytes = 0;
        for (StateOperatorProgress state : progress.stateOperators()) {
            stateRows += state.numRowsTotal();
            stateBytes += state.memoryUsedBytes();
        }
        Backlog backlog = progress.sources().length == 0
                ? Backlog.between(null, null)
                : Backlog.between(progress.sources()[0].endOffset(), progress.sources()[0].latestOffset());
        Duration took = Duration.ofMillis(progress.batchDuration());
        double rate = progress.processedRowsPerSecond();
        return new BatchFigures(
                query(progress.name()),
                progress.batchId(),
                Instant.parse(progress.timestamp()).plus(took),
                progress.numInputRows(),
                Double.isFinite(rate) ? rate : 0,
                took,
                stateRows,
                stateBytes,
                backlog.bytes(),
                backlog.records());
    }

    /** Returns the part of a query's name that tells a job's queries apart. */
    private static String query(String name) {
        return name == null ? "unnamed" : name.substring(name.lastIndexOf('/') + 1);
    }
}
