package io.groundswell.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.job.Lease;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.TableSpec;
import io.groundswell.testing.SparkTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Holds that a maintained lake has the same rows in fewer files, and that its jobs go on. */
@ExtendWith(SparkTest.class)
class MaintainCommandIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<TableSpec> OF_FRAMES =
            List.of(Catalogue.RAW_POSTS, Catalogue.REJECTED_POSTS, Catalogue.POST_CHANGES);
    private static final String SEGMENT = "000000000001.ndjson";

    @TempDir
    private Path folder;

    private List<String> lines;

    /** The lines come from a spool of the simulator's, and go to one that grows as a test wants. */
    @BeforeEach
    void simulate(SparkSession started) throws IOException {
        Path simulated = folder.resolve("simulated");
        json("simulate", "--posts", "500", "--seed", "3", "--spool", simulated.toString(), "--truth", file("truth"));
        lines = Files.readAllLines(simulated.resolve(SEGMENT));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void append(double from, double to) throws IOException {
        Path segment = folder.resolve("spool").resolve(SEGMENT);
        Files.createDirectories(segment.getParent());
        List<String> some = lines.subList((int) (from * lines.size()), (int) (to * lines.size()));
        Files.writeString(
                segment, String.join("\n", some) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private JsonNode ingest(String lake) throws IOException {
        return json(
                "ingest", "--spool", file("spool"), "--lake", file(lake), "--set", "ingest.max-bytes-per-batch=100000");
    }

    private JsonNode maintain(String lake, String... more) throws IOException {
        return json(Stream.concat(
                        Stream.of("maintain", "--lake", file(lake), "--set", "maintain.small-files=3"), Stream.of(more))
                .toArray(String[]::new));
    }

    private static JsonNode json(String... arguments) throws IOException {
        PrintStream standard = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, UTF_8));
        try {
            String[] all =
                    Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new);
            assertThat(Main.execute(all)).as(String.join(" ", arguments)).isZero();
        } finally {
            System.setOut(standard);
        }
        return JSON.readTree(out.toString(UTF_8));
    }

    private Map<String, String> hashes(String lake, List<TableSpec> specs) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        List<String> names = specs.stream().map(TableSpec::name).toList();
        for (JsonNode table : json("tables", "--hash", "--lake", file(lake)).get("tables")) {
            if (names.contains(table.get("name").asText())) {
                hashes.put(table.get("name").asText(), table.get("rows") + " " + table.get("hash"));
            }
        }
        return hashes;
    }

    private static long count(JsonNode document, String name) {
        return document.get("rows").get(name).asLong();
    }

    @Test
    @Tag("thorough")
    void compactsAndTheNextRunGoesOn(SparkSession spark) throws IOException {
        append(0, 0.7);
        ingest("lake");
        Lake lake = new Lake(file("lake"));
        Map<String, String> before = hashes("lake", OF_FRAMES);

        JsonNode first = maintain("lake");
        JsonNode second = maintain("lake");

        assertThat(count(first, "files_compacted")).isGreaterThan(count(first, "files_written") + 3);
        assertThat(count(second, "files_compacted")).isZero();
        assertThat(count(second, "rows_deleted")).isZero();
        assertThat(hashes("lake", OF_FRAMES)).isEqualTo(before).hasSize(3);
        append(0.7, 1);
        assertThat(count(ingest("lake"), "frames")).isEqualTo(lines.size() - (long) (0.7 * lines.size()));
        assertThat(lake.table(Catalogue.RAW_POSTS).read(spark).count()).isEqualTo(lines.size());
    }

    @Test
    @Tag("slow")
    void leavesAMergedTableToItsWriterAndFilesToAStreamThatIsBehind(SparkSession spark) throws IOException {
        append(0, 1);
        ingest("lake");
        json("settle-posts", "--lake", file("lake"));
        Lake lake = new Lake(file("lake"));
        lake.table(Catalogue.HASHTAGS).createIfAbsent(spark);
        String[] hashtags = {"--table", "gold.hashtags", "--set", "maintain.retention=gold.hashtags=1d"};
        try (Lease building = Lease.take(lake, "build-graph")) {
            JsonNode beside = maintain("lake", hashtags);
            assertThat(beside.get("put_off").get(0).asText()).contains("gold.hashtags", "'build-graph' runs");
        }
        assertThat(count(maintain("lake", hashtags), "put_off")).isZero();

        // The stream has read version 2, and what was removed since may be 40 days old.
        Path query = folder.resolve("lake/_checkpoints/settle-posts/posts");
        long done = newest(query.resolve("commits"));
        Path end = query.resolve("offsets/" + done);
        String older = Files.readString(end).replaceAll("(\"reservoirVersion\":)\\d+", "$1" + "2");
        Files.delete(end); // and its checksum with it
        Files.writeString(end, older);
        try (Stream<Path> commits = Files.list(folder.resolve("lake/silver/post_changes/_delta_log"))) {
            for (Path commit : commits.toList()) {
                Files.setLastModifiedTime(commit, FileTime.from(Instant.now().minus(Duration.ofDays(40))));
            }
        }

        JsonNode held = maintain("lake", "--table", "silver.post_changes");

        assertThat(count(held, "put_off")).isEqualTo(1);
        assertThat(held.get("put_off").get(0).asText())
                .contains("silver.post_changes: not vacuumed", "settle-posts/posts", "version 2");
        assertThat(Main.execute("maintain", "--table", "silver.nothing", "--lake", file("lake")))
                .isEqualTo(2);
    }

    private static long newest(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d+"))
                    .mapToLong(Long::parseLong)
                    .max()
                    .orElseThrow();
        }
    }
}
