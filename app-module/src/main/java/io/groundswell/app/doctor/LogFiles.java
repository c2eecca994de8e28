package io.groundswell.app.doctor;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The files of a table's log by version.
 *
 * @param checkpoints those of one file, the only ones of the portable profile
 * @param newestChecksum version of the newest checksum file, which is written after its commit; −1 where there is none
 */
record LogFiles(TreeMap<Long, FileStatus> commits, TreeMap<Long, FileStatus> checkpoints, long newestChecksum) {
    private static final Pattern NAME = Pattern.compile("(\\d{20})\\.(json|checkpoint\\.parquet|crc)");

    static LogFiles of(Path log, Configuration conf) throws IOException {
        TreeMap<Long, FileStatus> commits = new TreeMap<>();
        TreeMap<Long, FileStatus> checkpoints = new TreeMap<>();
        long checksum = -1;
        FileSystem fs = log.getFileSystem(conf);
        try {
            for (FileStatus file : fs.listStatus(log)) {
                Matcher name = NAME.matcher(file.getPath().getName());
                if (name.matches()) {
                    long version = Long.parseLong(name.group(1));
                    switch (name.group(2)) {
                        case "json" -> commits.put(version, file);
                        case "crc" -> checksum = Math.max(checksum, version);
                        default -> checkpoints.put(version, file);
                    }
                }
            }
        } catch (FileNotFoundException e) {
            return new LogFiles(commits, checkpoints, checksum); // no table
        }
        return new LogFiles(commits, checkpoints, checksum);
    }

    /** Returns the newest version that anything tells of; −1 where nothing does. */
    long newest() {
        return Math.max(newestChecksum, Math.max(newest(commits), newest(checkpoints)));
    }

    private static long newest(TreeMap<Long, FileStatus> files) {
        return files.isEmpty() ? -1 : files.lastKey();
    }

    /** Whether the table can be read up to a version without a checkpoint. */
    boolean isReplayable(long version) {
        return LongStream.rangeClosed(0, version).allMatch(commits::containsKey);
    }
}
