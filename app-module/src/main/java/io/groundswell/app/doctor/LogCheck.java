package io.groundswell.app.doctor;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** Whether each table's log can be read from its newest checkpoint on, without a hole. */
record LogCheck() implements Check {
    private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final ObjectMapper JSON = new ObjectMapper();

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
        if (!log.checkpoints().isEmpty()) {
            Map.Entry<Long, FileStatus> newest = log.checkpoints().lastEntry();
            from = newest.getKey() + 1;
            if (!isParquet(newest.getValue(), conf)) {
                found.add(unreadableCheckpoint(table, newest.getKey(), log));
            }
        }
        long last = Math.max(
                log.newestChecksum(),
                log.commits().isEmpty() ? -1 : log.commits().lastKey());
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
        for (FileStatus commit : log.commits().tailMap(from, true).values()) {
            if (!isReadable(commit, conf)) {
                found.add(Finding.error(
                        "The log of %s has a commit that can't be read: %s."
                                .formatted(table.name(), commit.getPath().getName()),
                        "The table can't be read from it on.",
                        "Restore it from a backup. Else: " + table.remedy()));
            }
        }
        return found;
    }

    private static Finding unreadableCheckpoint(LakeTable table, long version, LogFiles log) {
        boolean isReplayable = LongStream.rangeClosed(0, version)
                .allMatch(commit -> log.commits().containsKey(commit));
        return Finding.error(
                "The checkpoint of %s at version %d can't be read.".formatted(table.name(), version),
                "Readers begin with it, and fail.",
                isReplayable
                        ? "Delete %020d.checkpoint.parquet and _last_checkpoint in its _delta_log: every commit is there, so that readers do without."
                                .formatted(version)
                        : "Restore it from a backup. Else: " + table.remedy());
    }

    private static boolean isParquet(FileStatus file, Configuration conf) throws IOException {
        if (file.getLen() < 3L * PARQUET.length) {
            return false;
        }
        byte[] first = new byte[PARQUET.length];
        byte[] last = new byte[PARQUET.length];
        try (FSDataInputStream in = file.getPath().getFileSystem(conf).open(file.getPath())) {
            in.readFully(0, first);
            in.readFully(file.getLen() - PARQUET.length, last);
        }
        return Arrays.equals(first, PARQUET) && Arrays.equals(last, PARQUET);
    }

    /** Whether a commit holds an action, and each of its lines is JSON. */
    private static boolean isReadable(FileStatus commit, Configuration conf) {
        try (InputStream in = commit.getPath().getFileSystem(conf).open(commit.getPath())) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            for (String line : lines) {
                JSON.readTree(line);
            }
            return !lines.isEmpty();
        } catch (IOException e) {
            return false;
        }
    }
}
