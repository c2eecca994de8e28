package io.groundswell.app.doctor;

import io.groundswell.app.lake.KernelFile;
import io.groundswell.table.CommitChain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.types.StructType;

/**
 * Whether each table's log can be read from its newest checkpoint on, without a hole. The newest commit is looked at even
 * where the checkpoint stands for it: streams read it still, and jobs compare it before they go on.
 */
record LogCheck() implements Check {
    private static final StructType ACTIONS =
            StructType.fromDDL("add STRUCT<path STRING, size BIGINT, stats STRING>, remove STRUCT<path STRING>,"
                    + " txn STRUCT<appId STRING, version BIGINT>, metaData STRUCT<id STRING, schemaString STRING>");

    @Override
    public String name() {
        return "delta-log";
    }

    @Override
    public List<Finding> examine(Patient patient) {
        List<Finding> found = new ArrayList<>();
        for (LakeTable table : patient.tables()) {
            found.addAll(Failures.told(table.name() + "'s log", table.remedy(), () -> findings(table, patient.conf())));
        }
        return found.isEmpty() ? List.of(Finding.ok("The logs of all tables are whole")) : found;
    }

    private static List<Finding> findings(LakeTable table, Configuration conf) {
        try {
            Path log = new Path(table.table().path(), "_delta_log");
            List<Finding> found = findings(table, LogFiles.of(log, conf), conf);
            if (found.isEmpty() && !table.failure().isEmpty()) {
                return List.of(Finding.error(
                        "%s can't be opened: %s".formatted(table.name(), table.failure()),
                        "Whatever reads or writes the table fails.",
                        table.remedy()));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Finding> findings(LakeTable table, LogFiles log, Configuration conf) throws IOException {
        List<Finding> found = new ArrayList<>();
        long from = 0;
        long last = log.newest();
        if (!log.checkpoints().isEmpty()) {
            Map.Entry<Long, FileStatus> newest = log.checkpoints().lastEntry();
            from = Math.min(newest.getKey() + 1, last);
            if (!isReadable(newest.getValue())) {
                found.add(unreadableCheckpoint(table, newest.getKey(), log));
            }
        }
        long[] missing = LongStream.rangeClosed(from, last)
                .filter(version -> !log.commits().containsKey(version))
                .toArray();
        if (missing.length > 0) {
            found.add(Finding.error(
                    "The log of %s lacks %d commits, the first of them version %d."
                            .formatted(table.name(), missing.length, missing[0]),
                    "The table can't be read, or lacks what they brought.",
                    "Restore %020d.json in its _delta_log from a backup. Else: %s"
                            .formatted(missing[0], table.remedy())));
        }
        CommitChain chain = new CommitChain(new Path(table.table().path(), "_delta_log"), conf);
        for (long version : log.commits().tailMap(from, true).keySet()) {
            chain.broken(version).map(file -> broken(table, file)).ifPresent(found::add);
        }
        return found;
    }

    private static Finding unreadableCheckpoint(LakeTable table, long version, LogFiles log) {
        return Finding.error(
                "The checkpoint of %s at version %d can't be read.".formatted(table.name(), version),
                "Readers begin with it, and fail.",
                log.isReplayable(version)
                        ? "Delete %020d.checkpoint.parquet and _last_checkpoint in its _delta_log: every commit is there, so that readers do without."
                                .formatted(version)
                        : "Delete it and restore it from a backup. Else: " + table.remedy());
    }

    /** Whether what readers take from a checkpoint can be read, by the checksums of its pages. */
    private static boolean isReadable(FileStatus checkpoint) {
        try {
            return KernelFile.count(checkpoint.getPath().toString(), checkpoint.getLen(), ACTIONS) > 0;
        } catch (RuntimeException e) { // Parquet has more types of failures than it names
            return false;
        }
    }

    private static Finding broken(LakeTable table, String file) {
        return file.endsWith(".crc")
                ? Finding.error(
                        "The log of %s has a summary that can't be read, or is not that of its commit: %s, %s."
                                .formatted(table.name(), file, file.replace(".crc", ".json")),
                        "Readers and writers of the table fail, or count anew what it says.",
                        "Delete %s in its _delta_log: it sums up what the commits say, and the next one writes it anew."
                                .formatted(file))
                : Finding.error(
                        "The log of %s has a commit that can't be read, or does not fit its summary: %s, %s."
                                .formatted(table.name(), file, file.replace(".json", ".crc")),
                        "The table can't be read from it on, or lacks what it brought.",
                        "Delete both and restore them from a backup. Else: " + table.remedy());
    }
}
