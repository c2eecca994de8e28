package io.groundswell.ingest.source;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What was so when a query's checkpoint was begun: a file of JSON in the checkpoint's folder, which so lasts as long as
 * the checkpoint.
 *
 * @param file its name
 */
public record CheckpointNote(String checkpoint, String file) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Spark's own file in a checkpoint: it is there once the checkpoint has been begun. */
    private static final String BEGUN = "metadata";

    /**
     * Returns what the note says.
     *
     * @param now gives what is so now, which is noted if the checkpoint is still to be begun
     */
    public <T> T read(Configuration conf, TypeReference<T> type, Supplier<T> now) {
        Path path = new Path(checkpoint, file);
        try {
            FileSystem fs = path.getFileSystem(conf);
            if (!fs.exists(new Path(checkpoint, BEGUN))) {
                T noted = now.get();
                try (OutputStream out = fs.create(path, true)) {
                    JSON.writeValue(out, noted);
                }
                return noted;
            }
            try (InputStream in = fs.open(path)) {
                return JSON.readValue(in, type);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the checkpoint " + checkpoint, e);
        }
    }
}
