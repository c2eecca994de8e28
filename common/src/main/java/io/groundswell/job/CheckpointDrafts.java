package io.groundswell.job;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What a write of a query's progress that failed or was killed leaves beside it: Spark writes each file under another name
 * first. Nobody reads it, but where the first batch was never begun Spark takes it for the progress of another query, and
 * refuses to start for ever.
 *
 * @param checkpoint the query's folder
 */
record CheckpointDrafts(String checkpoint, Configuration conf) {
    private static final List<String> LOGS = List.of("offsets", "commits");
    private static final Pattern DRAFT =
            Pattern.compile("\\.\\d+\\.\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\.tmp");

    /** Deletes them; the query must not run. */
    void delete() {
        try {
            FileSystem fs = new Path(checkpoint).getFileSystem(conf);
            for (String log : LOGS) {
                deleteIn(fs, new Path(checkpoint, log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clear the checkpoint " + checkpoint + " of unfinished files", e);
        }
    }

    private static void deleteIn(FileSystem fs, Path log) throws IOException {
        FileStatus[] files;
        try {
            files = fs.listStatus(log);
        } catch (FileNotFoundException e) {
            return; // the query has never run
        }
        for (FileStatus file : files) {
            if (DRAFT.matcher(file.getPath().getName()).matches()) {
                fs.delete(file.getPath(), false);
            }
        }
    }
}
