package io.groundswell.app.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * What Spark tells of one micro-batch.
 *
 * @param query name of the query's checkpoint
 * @param rowsASecond 0 where it had no rows
 * @param backlogBytes what a spool or archive held behind the batch; empty of another source
 * @param backlogRecords what a topic held behind it; empty of another source
 */
record BatchFigures(
        String query,
        long batch,
        Instant ended,
        long rows,
        double rowsASecond,
        Duration took,
        long stateRows,
        long stateBytes,
        OptionalLong backlogBytes,
        OptionalLong backlogRecords) {

    /** Tells a job's meters of it. Spark also tells, now and then, that there was nothing to do. */
    void tell(JobMeters meters) {
        meters.set(Metric.STATE_ROWS, stateRows, query);
        meters.set(Metric.STATE_BYTES, stateBytes, query);
        backlogBytes.ifPresent(behind -> meters.set(Metric.BACKLOG_BYTES, behind, query));
        backlogRecords.ifPresent(behind -> meters.set(Metric.BACKLOG_RECORDS, behind, query));
        meters.set(Metric.ROWS_A_SECOND, rowsASecond, query);
        meters.add(Metric.ROWS_READ, rows, query);
        if (rows > 0) {
            meters.time(Metric.BATCH_SECONDS, took, query);
            meters.set(Metric.LAST_BATCH, batch, query);
            meters.set(Metric.LAST_BATCH_TIME, ended.toEpochMilli() / 1000.0, query);
        }
    }
}
