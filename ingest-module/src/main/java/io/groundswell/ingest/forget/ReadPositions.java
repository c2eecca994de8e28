package io.groundswell.ingest.forget;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.ingest.LandPosts;
import io.groundswell.ingest.SettlePosts;
import io.groundswell.job.PlatformException;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import io.groundswell.table.UnreadFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * How far the streaming jobs have read, by their checkpoints. Files that a job has still to read must not be taken from
 * under it: it would stop at the first that is gone, or leave rows of others out.
 */
record ReadPositions(Lake lake, List<Table> tables, SparkSession spark) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Refuses while something is to be read that would be gone.
     *
     * @param unfinished jobs of which that is known without their checkpoints
     * @throws PlatformException with exit code 75 if there are such, or a job has begun a batch, or has not read what is there
     */
    void requireAllRead(List<String> unfinished) {
        Path root = new Path(lake.resolve("_checkpoints"));
        List<String> behind = new ArrayList<>();
        OptionalLong unsettled = SettlePosts.nextAfterRebuild(lake, spark);
        Table changes = lake.table(Catalogue.POST_CHANGES);
        if (unsettled.isPresent() && new UnreadFiles(changes, spark).areBehind(unsettled.getAsLong(), -1)) {
            behind.add("'%s' (since the last rebuild)".formatted(SettlePosts.NAME));
        }
        unfinished.forEach(job -> behind.add("'%s' (stopped between two commits)".formatted(job)));
        try {
            FileSystem fs = root.getFileSystem(spark.sparkContext().hadoopConfiguration());
            for (FileStatus job : children(fs, root)) {
                for (FileStatus query : children(fs, job.getPath())) {
                    if (isBehind(fs, job.getPath().getName(), query.getPath())) {
                        behind.add("'%s' (_checkpoints/%s/%s)"
                                .formatted(
                                        job.getPath().getName(),
                                        job.getPath().getName(),
                                        query.getPath().getName()));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the checkpoints below " + root, e);
        }
        if (!behind.isEmpty()) {
            throw PlatformException.tryAgain(
                    ("Cannot forget yet: %s has not read all that it is to read, and would miss what is taken from under"
                                    + " it. Run it with --trigger available-now, or move its checkpoint aside where it will"
                                    + " not run again, and try again. Nothing has been changed.")
                            .formatted(String.join(", ", behind)));
        }
    }

    private boolean isBehind(FileSystem fs, String job, Path query) throws IOException {
        OptionalLong planned = newest(fs, new Path(query, "offsets"));
        if (planned.isEmpty()) {
            return false;
        }
        boolean isBegun =
                planned.getAsLong() > newest(fs, new Path(query, "commits")).orElse(-1);
        if (job.equals(LandPosts.NAME)) {
            return isBegun;
        }
        Path offsets = new Path(query, "offsets/" + planned.getAsLong());
        try (InputStream in = fs.open(offsets)) {
            List<String> ends = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("\"reservoirId\""))
                    .toList();
            for (String end : ends) {
                if (isBehind(JSON.readTree(end), isBegun)) {
                    return true;
                }
            }
            return false;
        }
    }

    private boolean isBehind(JsonNode end, boolean isBegun) {
        for (Table table : tables) {
            UnreadFiles unread = new UnreadFiles(table, spark);
            if (table.id(spark).equals(end.path("reservoirId").asText())) {
                return isBegun
                        || end.path("isStartingVersion").asBoolean()
                        || unread.areBehind(
                                end.path("reservoirVersion").asLong(),
                                end.path("index").asLong());
            }
        }
        return false;
    }

    private static OptionalLong newest(FileSystem fs, Path folder) throws IOException {
        return children(fs, folder).stream()
                .map(file -> file.getPath().getName())
                .filter(name -> name.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .max();
    }

    private static List<FileStatus> children(FileSystem fs, Path folder) throws IOException {
        try {
            return Arrays.stream(fs.listStatus(folder))
                    .filter(child -> !child.getPath().getName().startsWith("."))
                    .toList();
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }
}
