package io.groundswell.upkeep;

import io.groundswell.table.Commit;
import io.groundswell.table.Table;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.util.FileNames;

/**
 * What a job still asks a table for.
 *
 * @param by who
 * @param version of the table
 * @param isWhole whether it reads all rows of the version; else what came with it and after it
 */
public record NeededVersion(String by, long version, boolean isWhole) {
    /** A commit that removes a file notes the time at which it began to work. */
    private static final Duration LONGEST_COMMIT = Duration.ofDays(1);

    /** Returns since when a removed file may be one that is asked for; empty where none is. */
    public Optional<Instant> since(Table table, SparkSession spark) {
        OptionalLong first = isWhole ? OptionalLong.of(version) : Commit.firstChangeFrom(table, spark, version);
        long newest = table.version(spark).orElse(-1);
        // What a version brings can be removed by a later one alone.
        return first.isEmpty() || first.getAsLong() >= newest
                ? Optional.empty()
                : Optional.of(time(table, spark, first.getAsLong() + 1).minus(LONGEST_COMMIT));
    }

    /** A commit that was cut off the log is older than any that is there. */
    private static Instant time(Table table, SparkSession spark, long version) {
        DeltaLog log = DeltaLog.forTable(spark, table.path());
        Path file = FileNames.unsafeDeltaFile(log.logPath(), version);
        try {
            return Instant.ofEpochMilli(file.getFileSystem(log.newDeltaHadoopConf())
                    .getFileStatus(file)
                    .getModificationTime());
        } catch (FileNotFoundException e) {
            return Instant.EPOCH;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at the commit " + file, e);
        }
    }
}
