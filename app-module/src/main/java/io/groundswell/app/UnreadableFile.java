package io.groundswell.app;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of a lake that can't be read, as Spark, Delta Kernel and Parquet tell of it. Their messages may quote rows: only
 * the path is taken of them.
 */
final class UnreadableFile {
    /** Spark names the file, and has what went wrong below it. */
    private static final Pattern BY_SPARK = Pattern.compile(
            "\\[FAILED_READ_FILE[^]]*] Encountered error while reading file (\\S+?)\\.(?:\\s.*)?", Pattern.DOTALL);

    /** Delta says of a log with a gap or without its beginning what it lacks, in words that name versions and paths alone. */
    private static final Pattern BY_DELTA = Pattern.compile(
            "\\[(DELTA_(?:VERSIONS_NOT_CONTIGUOUS|STATE_RECOVER_ERROR|TRUNCATED_TRANSACTION_LOG|LOG_FILE_NOT_FOUND|"
                    + "MISSING_PART_FILES|FILE_NOT_FOUND|CHECKPOINT)[A-Z_]*)[.\\]].*",
            Pattern.DOTALL);

    private UnreadableFile() {}

    /** Returns what to tell the user; empty where a failure is another one. */
    static Optional<String> told(Throwable failure) {
        boolean isUnreadable = false;
        String file = "A file of the lake";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Matcher named = BY_SPARK.matcher(String.valueOf(cause.getMessage()));
            if (named.matches()) {
                file = "The file " + named.group(1);
                isUnreadable = true;
            }
            Matcher log = BY_DELTA.matcher(String.valueOf(cause.getMessage()));
            if (log.matches()) {
                file = "A table's log (" + log.group(1) + ")";
                isUnreadable = true;
            }
            // Such as a page whose checksum is that of another content.
            isUnreadable |= cause.getClass().getName().startsWith("org.apache.parquet.");
        }
        return isUnreadable
                ? Optional.of(
                        file + " can't be read: it is damaged or gone. 'doctor --deep' names what is broken, and how"
                                + " to mend it.")
                : Optional.empty();
    }
}
