package io.groundswell.job;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a first write of a query's progress that failed or was killed leaves behind: Spark writes each file under another
 * name first. Nobody reads it, but where no file of the first batch stands beside it, Spark takes it for the progress of
 * another query, and refuses to start for ever.
 *
 * @param checkpoint the query's folder
 */
record CheckpointDrafts(String checkpoint, Configuration conf) {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointDrafts.class);
    private static final String OFFSETS = "offsets";
    private static final Pattern NUMBERED = Pattern.compile("\\d+");
    /** With the checksum that a file system other than ours may have laid beside it. */
    private static final Pattern DRAFT =
            Pattern.compile("\\.{1,2}\\d+\\.\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\.tmp(\\.crc)?");

    /**
     * Deletes them where the query has never begun a batch. Later ones are in nobody's way, and may be those of a run
     * beside this one where no lease keeps it out.
     */
    void delete() {
        try {
            FileSystem fs = new Path(checkpoint).getFileSystem(conf);
            List<Path> files = files(fs);
            if (files.stream().anyMatch(file -> is(NUMBERED, file))) {
                return;
            }
            for (Path file : files) {
                if (is(DRAFT, file)) {
                    if (!fs.delete(file, false) && fs.exists(file)) {
                        throw new IOException("The file %s can't be deleted".formatted(file));
                    }
                    LOG.info("Deleted {}, which a start that was cut off has left", file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clear the checkpoint " + checkpoint + " of unfinished files", e);
        }
    }

    private List<Path> files(FileSystem fs) throws IOException {
        try {
            return Arrays.stream(fs.listStatus(new Path(checkpoint, OFFSETS)))
                    .map(file -> file.getPath())
                    .toList();
        } catch (FileNotFoundException e) {
            return List.of(); // the query has never run
        }
    }

    private static boolean is(Pattern pattern, Path file) {
        return pattern.matcher(file.getName()).matches();
    }
}
