package io.groundswell.model;

import java.time.Instant;
import java.util.Map;

/**
 * One run of a job.
 *
 * @param status {@code done} or {@code failed}
 * @param engine what did the work, such as {@code spark 4.1.0} or {@code spark 4.1.0, graphx}
 * @param versionsRead table name to its version when the run began
 * @param versionsWritten table name to its version when the run ended, of the tables that it changed
 * @param rows what was counted, such as {@code posts} or {@code rejected}
 * @param error the failure's type, whose message is in the log; null where it succeeded
 */
public record Run(
        String runId,
        String job,
        Instant startedAt,
        Instant endedAt,
        double seconds,
        String status,
        String engine,
        Map<String, Long> versionsRead,
        Map<String, Long> versionsWritten,
        Map<String, Long> rows,
        String error) {
    public static final String DONE = "done";
    public static final String FAILED = "failed";
}
