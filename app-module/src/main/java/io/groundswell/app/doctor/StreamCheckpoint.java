package io.groundswell.app.doctor;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.ingest.LandPosts;
import io.groundswell.ingest.source.CheckpointNote;
import io.groundswell.job.CheckpointSeal;
import io.groundswell.job.PlatformException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The folder in which a query keeps its progress.
 *
 * @param job whose query it is
 * @param folder named after the query
 */
record StreamCheckpoint(String job, Path folder, Configuration conf) {
    /** The version and the batch's metadata stand before the ends of the sources. */
    private static final int ENDS = 2;

    /** Written anew by each batch: what a kill has cut off is of a batch of which nothing has landed. */
    private static final String MOMENT = "batch-moment.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns what to do without it. */
    static String cure(String job, String query) {
        return "Move _checkpoints/%s/%s of the lake aside and run '%s': %s."
                .formatted(
                        job,
                        query,
                        job,
                        job.equals("publish")
                                ? "it sends all of gold.trends again, under the ids that it has sent before"
                                : "what is done already is not done again");
    }

    String cure() {
        return cure(job, folder.getName());
    }

    /** Returns the files from which the next run goes on and that can't be read, or are not what they were. */
    List<Finding> broken() throws IOException {
        List<String> files = new ArrayList<>();
        new CheckpointSeal(folder.toString(), conf).broken().ifPresent(files::add);
        for (String file : filesOfNext()) {
            if (!isReadable(file)) {
                files.add(file);
            }
        }
        return files.stream()
                .distinct()
                .map(file -> Finding.error(
                        "%s of the checkpoint of '%s' (%s) is gone, cut off or not what it was."
                                .formatted(file, job, folder.getName()),
                        "The job can't tell where it was.",
                        cure()))
                .toList();
    }

    /** Returns the ends of the sources of the newest batch, as they write them; none before the first batch. */
    List<JsonNode> ends() throws IOException {
        Optional<String> newest = newest("offsets");
        List<String> lines = newest.isPresent() ? lines(newest.get()) : List.of();
        List<JsonNode> ends = new ArrayList<>();
        for (String line : lines.subList(Math.min(ENDS, lines.size()), lines.size())) {
            ends.add(JSON.readTree(line));
        }
        return ends;
    }

    private List<String> filesOfNext() throws IOException {
        FileSystem fs = folder.getFileSystem(conf);
        boolean isBegun = newest("offsets").isPresent();
        boolean isLanding = job.equals(LandPosts.NAME) && isBegun;
        return Stream.of(
                        newest("offsets"),
                        isBegun ? Optional.of("metadata") : Optional.<String>empty(),
                        isLanding ? Optional.of("landed-before.json") : Optional.<String>empty(),
                        ifThere(fs, "topic-start.json"),
                        ifThere(fs, MOMENT))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> ifThere(FileSystem fs, String file) throws IOException {
        return fs.exists(new Path(folder, file)) ? Optional.of(file) : Optional.empty();
    }

    private boolean isReadable(String file) throws IOException {
        if (file.equals(MOMENT)) {
            return isNote(file, true);
        }
        try {
            List<String> lines = lines(file);
            boolean isLog = file.contains("/");
            for (String line : isLog ? lines.subList(Math.min(1, lines.size()), lines.size()) : lines) {
                if (!JSON.readTree(line).isContainerNode()) {
                    return false;
                }
            }
            int least = isLog ? ENDS + 1 : 1;
            return lines.size() >= least && (!isLog || lines.get(0).equals("v1")) && isNote(file, false);
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isNote(String file, boolean mayBeTorn) {
        try {
            return !file.endsWith(".json")
                    || new CheckpointNote(folder.toString(), file)
                            .readIfWhole(conf, new TypeReference<JsonNode>() {})
                            .isPresent()
                    || mayBeTorn;
        } catch (PlatformException notWritten) {
            return false;
        }
    }

    private List<String> lines(String file) throws IOException {
        Path path = new Path(folder, file);
        try (InputStream in = path.getFileSystem(conf).open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }

    /** Returns the file of the newest batch in one of Spark's two logs. */
    private Optional<String> newest(String log) throws IOException {
        try {
            return Arrays.stream(folder.getFileSystem(conf).listStatus(new Path(folder, log)))
                    .map(FileStatus::getPath)
                    .map(Path::getName)
                    .filter(name -> name.matches("\\d{1,18}"))
                    .max(Comparator.comparingLong(Long::parseLong))
                    .map(name -> log + "/" + name);
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }
}
