package io.groundswell.upkeep;

import io.groundswell.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import scala.Option;

/**
 * A checkpoint of a table's log, behind which readers need no commit.
 *
 * @param leastCommits so many since the last one make it pay
 */
public record LogCheckpoint(int leastCommits) {
    public static final LogCheckpoint DEFAULT = new LogCheckpoint(10);

    private static final Pattern NAME = Pattern.compile("(\\d{20})\\.checkpoint\\.parquet");

    /**
     * Writes one where it pays; commits go that it stands for and that are older than {@code delta.logRetentionDuration}, 30
     * days where none is set.
     *
     * @return whether it was written
     */
    public boolean write(Table table, SparkSession spark) {
        Snapshot snapshot = table.snapshot(spark);
        DeltaLog log = snapshot.deltaLog();
        if (snapshot.version() - newest(log) < leastCommits) {
            return false;
        }
        log.checkpointAndCleanUpDeltaLog(snapshot, Option.empty());
        return true;
    }

    /** Returns the version of the newest checkpoint, 0 where there is none. */
    private static long newest(DeltaLog log) {
        Path folder = log.logPath();
        try {
            FileSystem fs = folder.getFileSystem(log.newDeltaHadoopConf());
            return Arrays.stream(fs.listStatus(folder))
                    .map(file -> NAME.matcher(file.getPath().getName()))
                    .filter(Matcher::matches)
                    .mapToLong(name -> Long.parseLong(name.group(1)))
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }
}
