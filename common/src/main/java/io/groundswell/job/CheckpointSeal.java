package io.groundswell.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.table.Digest;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Whether a query's checkpoint is what it was. Spark goes on from whatever number the newest file of its {@code offsets}
 * holds: from a later one rows are left out, from an earlier one they come twice, and where the file is gone the next batch
 * bears the number of one that is done, and so is passed over. As a batch begins, before anything of it is written, the
 * digests of that file and of {@code metadata} are noted in {@code seals} beside it; the two newest are kept. Older ones,
 * which a build that knows nothing of them left behind, say nothing: Spark has taken away what they are of. Of the newest of
 * {@code commits}, written last and renamed, it is enough that it is whole.
 *
 * @param checkpoint the query's folder
 */
public record CheckpointSeal(String checkpoint, Configuration conf) {
    /** The folder of the notes in a checkpoint's. */
    public static final String FOLDER = "seals";

    private static final String METADATA = "metadata";
    private static final String COMMITS = "commits";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Notes what the checkpoint says of a batch that begins. */
    void set(long batch) {
        try {
            FileSystem fs = new Path(checkpoint).getFileSystem(conf);
            Map<String, String> digests = new TreeMap<>();
            for (String file : List.of("offsets/" + batch, METADATA)) {
                digests.put(file, digest(fs, file));
            }
            write(fs, batch, digests);
            for (Path seal : numbered(fs, FOLDER)) {
                if (number(seal) < batch - 1) {
                    fs.delete(seal, false);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot note what the checkpoint " + checkpoint + " says", e);
        }
    }

    /** Returns the file, relative to the checkpoint, that is gone or not what it was; empty where all is well. */
    public Optional<String> broken() {
        try {
            FileSystem fs = new Path(checkpoint).getFileSystem(conf);
            List<Path> offsets = numbered(fs, "offsets");
            long newest = offsets.isEmpty() ? -1 : number(offsets.get(0));
            for (Path seal : numbered(fs, FOLDER)) {
                if (number(seal) < newest - 1) {
                    continue;
                }
                for (Map.Entry<String, String> file : read(fs, seal).entrySet()) {
                    if (!isStill(fs, file.getKey(), file.getValue())) {
                        return Optional.of(file.getKey());
                    }
                }
            }
            return brokenCommit(fs);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the checkpoint " + checkpoint, e);
        }
    }

    /** Spark tells of a newest commit that is cut off in many ways, in most of them without its name. */
    private Optional<String> brokenCommit(FileSystem fs) throws IOException {
        List<Path> commits = numbered(fs, COMMITS);
        return commits.isEmpty() || isWhole(fs, commits.get(0))
                ? Optional.empty()
                : Optional.of(COMMITS + "/" + commits.get(0).getName());
    }

    private static boolean isWhole(FileSystem fs, Path commit) throws IOException {
        try (InputStream in = fs.open(commit)) {
            String[] lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", 2);
            return lines.length == 2
                    && lines[0].matches("v\\d+")
                    && JSON.readTree(lines[1]).isObject();
        } catch (JsonProcessingException | ChecksumException e) {
            return false;
        } catch (FileNotFoundException e) {
            return true; // the query beside has just taken it away
        }
    }

    /**
     * Requires that it is.
     *
     * @param job whose checkpoint it is
     * @throws PlatformException if it is not
     */
    void require(String job) {
        Optional<String> file = broken();
        if (file.isPresent()) {
            throw PlatformException.usage(
                    ("The file %s of the checkpoint %s is gone or not what was written, so that '%s' can't tell where"
                                    + " it was. 'doctor' says how to go on without it.")
                            .formatted(file.get(), checkpoint, job));
        }
    }

    /**
     * Under another name first: a kill leaves no half of it. The old draft goes before a new one is written, since a kill
     * may have left it and a note as two names of one file.
     */
    private void write(FileSystem fs, long batch, Map<String, String> digests) throws IOException {
        Path seal = new Path(checkpoint, FOLDER + "/" + batch);
        Path draft = new Path(checkpoint, FOLDER + "/draft");
        fs.delete(draft, false);
        try (OutputStream out = fs.create(draft, true)) {
            JSON.writeValue(out, digests);
        }
        fs.delete(seal, false); // of a batch that is tried again
        if (!fs.rename(draft, seal)) {
            throw new IOException("The file %s can't be renamed".formatted(draft));
        }
    }

    /** Returns the files of a folder that are named by batch, the newest first. */
    private List<Path> numbered(FileSystem fs, String folder) throws IOException {
        try {
            return Arrays.stream(fs.listStatus(new Path(checkpoint, folder)))
                    .map(file -> file.getPath())
                    .filter(file -> file.getName().matches("\\d{1,18}"))
                    .sorted(Comparator.comparingLong(CheckpointSeal::number).reversed())
                    .toList();
        } catch (FileNotFoundException e) {
            return List.of(); // an older build began it, or no batch has begun
        }
    }

    private static long number(Path file) {
        return Long.parseLong(file.getName());
    }

    /**
     * A note that an older build's kill has cut off is of a batch of which nothing was written; one that is broken says
     * nothing, nor does one that the query beside has just taken away.
     */
    static Map<String, String> read(FileSystem fs, Path seal) throws IOException {
        try (InputStream in = fs.open(seal)) {
            return JSON.readValue(in, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException | ChecksumException | FileNotFoundException e) {
            return Map.of();
        }
    }

    /** Whether a file is what it was; it is not where it is gone, or known to be broken. */
    private boolean isStill(FileSystem fs, String file, String digest) throws IOException {
        try {
            return digest(fs, file).equals(digest);
        } catch (FileNotFoundException | ChecksumException e) {
            return false;
        }
    }

    private String digest(FileSystem fs, String file) throws IOException {
        try (InputStream in = fs.open(new Path(checkpoint, file))) {
            return Digest.of(in.readAllBytes());
        }
    }
}
