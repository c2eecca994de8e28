package io.groundswell.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Where the batches of a query with one source end, as its checkpoint says. */
public record BatchEnds(String checkpoint, Configuration conf) {

    /**
     * Returns the end of a batch that has begun, as its source writes it.
     *
     * @throws IOException if the batch has not begun
     */
    public String of(long batch) throws IOException {
        // Spark writes a version, the batch's metadata and the end of its one source, a line each.
        Path file = new Path(checkpoint, "offsets/" + batch);
        try (InputStream in = file.getFileSystem(conf).open(file)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.get(lines.size() - 1);
        }
    }

    /** Returns the newest batch that is done; empty where none is. */
    public OptionalLong newestDone() throws IOException {
        Path folder = new Path(checkpoint, "commits");
        FileSystem fs = folder.getFileSystem(conf);
        OptionalLong newest = OptionalLong.empty();
        if (fs.exists(folder)) {
            for (FileStatus file : fs.listStatus(folder)) {
                String name = file.getPath().getName();
                if (name.matches("\\d{1,18}")) {
                    newest = OptionalLong.of(Math.max(Long.parseLong(name), newest.orElse(0)));
                }
            }
        }
        return newest;
    }
}
