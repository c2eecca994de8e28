package io.groundswell.upkeep;

import io.groundswell.table.Table;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;

/**
 * Deletes the files of a table that its newest version does not name and that were removed longer ago than the table
 * retains them: its property {@code delta.deletedFileRetentionDuration}, a week where none is set. That is the one
 * retention that holds: what was removed before it the log forgets, so that a longer one asked for would not be kept.
 */
public record Vacuum(Table table, SparkSession spark) {
    /** As long as a write or a read may go on, or a stopped stream stand still, that nobody knows of here. */
    public static final Duration LEAST = Duration.ofDays(7);

    /** What was deleted. */
    public record Done(long files, long bytes) {}

    /** Returns how long the table retains removed files. */
    public Duration retention() {
        return Duration.ofMillis(
                DeltaLog.tombstoneRetentionMillis(table.snapshot(spark).metadata()));
    }

    /** Returns before when a file must have been removed to be deleted now. */
    public Instant cutoff() {
        return Instant.ofEpochMilli(table.snapshot(spark).minFileRetentionTimestamp());
    }

    /** Deletes them. */
    public Done run() {
        TreeMap<String, FileStatus> before = files();
        if (!hasOld(before)) {
            return new Done(0, 0);
        }
        SparkSession own = spark.newSession();
        // A commit of its own at either end tells nothing that ops.runs does not.
        own.conf().set("spark.databricks.delta.vacuum.logging.enabled", false);
        own.sql("VACUUM delta.`%s`".formatted(table.path()));
        before.keySet().removeAll(files().keySet());
        return new Done(
                before.size(),
                before.values().stream().mapToLong(FileStatus::getLen).sum());
    }

    /** A look at the folder is cheaper than Delta's, which is several Spark jobs. */
    private boolean hasOld(TreeMap<String, FileStatus> files) {
        long cutoff = cutoff().toEpochMilli();
        Set<String> old = files.values().stream()
                .filter(file -> file.getModificationTime() < cutoff)
                .map(file -> file.getPath().getName())
                .collect(Collectors.toSet());
        if (old.isEmpty()) {
            return false;
        }
        Dataset<Row> live = table.snapshot(spark).allFiles().toDF();
        live.select("path").as(Encoders.STRING()).collectAsList().stream()
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .forEach(old::remove);
        return !old.isEmpty();
    }

    private TreeMap<String, FileStatus> files() {
        Path folder = new Path(table.path());
        try {
            return Arrays.stream(folder.getFileSystem(spark.sparkContext().hadoopConfiguration())
                            .listStatus(folder))
                    .filter(FileStatus::isFile)
                    .collect(Collectors.toMap(
                            file -> file.getPath().getName(), file -> file, (one, same) -> one, TreeMap::new));
        } catch (FileNotFoundException e) {
            return new TreeMap<>();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }
}
