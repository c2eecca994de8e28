package io.groundswell.app.demo;

import io.groundswell.job.PlatformException;
import io.groundswell.table.Lake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;

/**
 * What a demo leaves in its lake beside tables. A lake takes one demo: trends of an archive of last year come before
 * what has been decided on today's posts, and would not be found.
 */
record DemoLake(Lake lake) {
    static final String FOLDER = "_demo";

    /**
     * Makes the lake that of a demo, which it stays.
     *
     * @param demo what it replays, in words
     * @throws PlatformException if it is the lake of another one, or of none
     */
    void claim(String demo) throws IOException {
        org.apache.hadoop.fs.Path mark = new org.apache.hadoop.fs.Path(lake.resolve(FOLDER + "/replays"));
        // One of its own: Spark's session has other settings for file systems, which all later users of a shared one
        // lose.
        try (FileSystem fs = FileSystem.newInstance(mark.toUri(), new Configuration())) {
            claim(fs, mark, demo);
        }
    }

    private void claim(FileSystem fs, org.apache.hadoop.fs.Path mark, String demo) throws IOException {
        if (fs.exists(mark)) {
            String known = read(fs, mark);
            if (known.isEmpty()) {
                write(fs, mark, demo); // a demo was killed as it began
            } else if (!known.equals(demo)) {
                throw refused("holds the demo of " + known + ", not of " + demo);
            }
        } else if (fs.exists(new org.apache.hadoop.fs.Path(lake.resolve("bronze")))) {
            throw refused("holds posts that no demo brought");
        } else {
            write(fs, mark, demo);
        }
    }

    /**
     * Returns the folder of what is simulated.
     *
     * @throws PlatformException if the lake is on another machine
     */
    Path folder() {
        return lake.localRoot()
                .map(root -> root.resolve(FOLDER))
                .orElseThrow(() -> PlatformException.usage(
                        "Cannot simulate posts into the lake %s: a simulation is written to a local folder. Name one with --lake, or replay posts with --input."
                                .formatted(lake.root())));
    }

    private PlatformException refused(String why) {
        return PlatformException.usage(
                "The lake %s %s. Name another one with --lake, or delete it.".formatted(lake.root(), why));
    }

    private static void write(FileSystem fs, org.apache.hadoop.fs.Path file, String text) throws IOException {
        try (FSDataOutputStream out = fs.create(file, true)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String read(FileSystem fs, org.apache.hadoop.fs.Path file) throws IOException {
        try (FSDataInputStream in = fs.open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
