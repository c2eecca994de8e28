package io.groundswell.app.maintain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.ingest.source.BatchEnds;
import io.groundswell.job.PlatformException;
import io.groundswell.table.Lake;
import io.groundswell.upkeep.NeededVersion;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** Where the lake's streaming queries stand in the tables that they read, by their checkpoints. */
record StreamPositions(Lake lake, Configuration conf) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns what each query that reads a table still needs of it. */
    List<NeededVersion> in(String tableId) {
        List<NeededVersion> needed = new ArrayList<>();
        Path root = new Path(lake.resolve("_checkpoints"));
        for (Path job : children(root)) {
            for (Path query : children(job)) {
                JsonNode end = end(query);
                if (end.path("reservoirId").asText().equals(tableId)) {
                    needed.add(new NeededVersion(
                            job.getName() + "/" + query.getName(),
                            end.path("reservoirVersion").asLong(),
                            end.path("isStartingVersion").asBoolean()));
                }
            }
        }
        return needed;
    }

    /** Returns the end of the newest batch that is done; of a query that has begun and done none, all of its table. */
    private JsonNode end(Path query) {
        BatchEnds ends = new BatchEnds(query.toString(), conf);
        try {
            OptionalLong done = ends.newestDone();
            if (done.isPresent()) {
                return JSON.readTree(ends.of(done.getAsLong()));
            }
            JsonNode first = JSON.readTree(ends.of(0));
            return first.has("reservoirId")
                    ? JSON.createObjectNode()
                            .put("reservoirId", first.get("reservoirId").asText())
                            .put("reservoirVersion", 0)
                            .put("isStartingVersion", true)
                    : first;
        } catch (FileNotFoundException e) {
            return JSON.createObjectNode(); // nothing has begun
        } catch (IOException | RuntimeException e) {
            throw PlatformException.usage(
                    "The checkpoint %s can't be read (%s), so nobody knows which files its query still needs: 'doctor' tells more."
                            .formatted(query, e.getClass().getSimpleName()),
                    e);
        }
    }

    private List<Path> children(Path folder) {
        try {
            return Arrays.stream(folder.getFileSystem(conf).listStatus(folder))
                    .filter(FileStatus::isDirectory)
                    .map(FileStatus::getPath)
                    .toList();
        } catch (FileNotFoundException e) {
            return List.of();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("Cannot list " + folder, e);
        }
    }
}
