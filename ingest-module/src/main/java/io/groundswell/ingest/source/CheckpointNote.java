package io.groundswell.ingest.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.job.Failpoints;
import io.groundswell.job.PlatformException;
import io.groundswell.table.Digest;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What was so when a query's checkpoint was begun, or one of its batches: a file of JSON in the checkpoint's folder,
 * which so lasts as long as the checkpoint. It holds its own digest: a number in it that a disk has changed is no other
 * number.
 *
 * @param file its name
 */
public record CheckpointNote(String checkpoint, String file) {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String NOTED = "noted";
    private static final String DIGEST = "sha256";

    /** Spark's own file in a checkpoint: it is there once the checkpoint has been begun. */
    private static final String BEGUN = "metadata";

    /**
     * Returns what the note says.
     *
     * @param now gives what is so now, which is noted if the checkpoint is still to be begun
     * @throws PlatformException if the checkpoint was begun, and the note is gone or not what was written
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
        } catch (FileNotFoundException | JsonProcessingException | EOFException | ChecksumException e) {
            throw broken(e);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /**
     * Returns what the note says; empty where there is none, or it was not written wholly.
     *
     * @throws PlatformException if it was, and says something else now
     */
    public <T> Optional<T> readIfWhole(Configuration conf, TypeReference<T> type) {
        Path path = new Path(checkpoint, file);
        try {
            return Optional.of(read(path.getFileSystem(conf), path, type));
        } catch (FileNotFoundException | JsonProcessingException | EOFException e) {
            return Optional.empty();
        } catch (ChecksumException e) {
            throw broken(e);
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

    private <T> T read(FileSystem fs, Path path, TypeReference<T> type) throws IOException {
        JsonNode note;
        try (InputStream in = fs.open(path)) {
            note = JSON.readTree(in);
        }
        if (note.isMissingNode()) {
            throw new EOFException("The note " + path + " is empty");
        }
        if (!note.has(DIGEST) && !note.has(NOTED)) {
            return JSON.readerFor(type).readValue(note); // an older build wrote it
        }
        JsonNode noted = note.path(NOTED);
        if (!digest(noted).equals(note.path(DIGEST).asText())) {
            throw new ChecksumException("The note " + path + " is not what was written", 0);
        }
        return JSON.readerFor(type).readValue(noted);
    }

    private static void write(FileSystem fs, Path path, Object now) throws IOException {
        JsonNode noted = JSON.valueToTree(now);
        try (OutputStream out = Failpoints.tearing("note.write", fs.create(path, true))) {
            JSON.writeValue(
                    out, JSON.createObjectNode().put(DIGEST, digest(noted)).set(NOTED, noted));
        }
    }

    private static String digest(JsonNode noted) throws JsonProcessingException {
        return Digest.of(JSON.writeValueAsBytes(noted));
    }

    private PlatformException broken(IOException why) {
        return PlatformException.usage(
                ("The note %s of the checkpoint %s is gone or not what was written. 'doctor' says how to go on"
                                + " without it.")
                        .formatted(file, checkpoint),
                why);
    }

    private UncheckedIOException unusable(IOException why) {
        return new UncheckedIOException("Cannot use the checkpoint " + checkpoint, why);
    }
}
