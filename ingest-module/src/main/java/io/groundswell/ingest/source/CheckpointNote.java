package io.groundswell.ingest.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.job.Failpoints;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What was so when a query's checkpoint was begun, or one of its batches: a file of JSON in the checkpoint's folder,
 * which so lasts as long as the checkpoint.
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
                write(fs, path, noted);
                return noted;
            }
            return read(fs, path, type);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Returns what the note says; empty where there is none, or only what a process left that died as it wrote it. */
    public <T> Optional<T> readIfWhole(Configuration conf, TypeReference<T> type) {
        Path path = new Path(checkpoint, file);
        try {
            return Optional.of(read(path.getFileSystem(conf), path, type));
        } catch (FileNotFoundException | JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Notes what is so now, instead of what was noted before. */
    public void write(Configuration conf, Object now) {
        Path path = new Path(checkpoint, file);
        try {
            write(path.getFileSystem(conf), path, now);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static <T> T read(FileSystem fs, Path path, TypeReference<T> type) throws IOException {
        try (InputStream in = fs.open(path)) {
            return JSON.readValue(in, type);
        }
    }

    private static void write(FileSystem fs, Path path, Object noted) throws IOException {
        try (OutputStream out = Failpoints.tearing("note.write", fs.create(path, true))) {
            JSON.writeValue(out, noted);
        }
    }

    private UncheckedIOException unusable(IOException why) {
        return new UncheckedIOException("Cannot use the checkpoint " + checkpoint, why);
    }
}
