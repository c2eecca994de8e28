package io.groundswell.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import io.groundswell.table.TableSpec;
import io.groundswell.testing.SparkTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole way over one lake; the tests build on one another, since the way is long. */
@ExtendWith(SparkTest.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Each run is told of, also one that finds nothing to do. */
    private static final String RUNS = "ops.runs";

    /** Nothing is calibrated or ruled, nobody forgotten: these are made by themselves. */
    private static final Set<TableSpec> NOT_OF_A_DEMO =
            Set.of(Catalogue.CALIBRATIONS, Catalogue.RULES, Catalogue.SUPPRESSIONS);

    @TempDir
    private static Path folder;

    private static String lake;
    private static JsonNode demo;

    @BeforeAll
    static void runTheDemo(SparkSession spark) throws IOException {
        lake = folder.resolve("lake").toString();
        demo = demo();
    }

    @Test
    @Order(1)
    void tellsWhatItDid() {
        assertThat(demo.get("posts").asLong()).isBetween(6_850L, 7_000L);
        assertThat(demo.get("rejected").asLong()).isPositive();
        assertThat(demo.get("steps").findValuesAsText("name"))
                .containsSubsequence("simulate", "ingest", "settle-posts", "detect-trends", "build-graph", "fit-tfidf")
                .contains("fit-topics", "score-posts");
        assertThat(demo.get("trends").isArray()).isTrue();
        assertThat(demo.get("topics")).isNotEmpty();
        assertThat(demo.get("communities")).isNotEmpty();
        assertThat(demo.get("truth").has("planted")).isTrue();
    }

    @Test
    @Order(2)
    void keepsEveryTableOpenToEveryReader(SparkSession spark) {
        for (TableSpec spec : Catalogue.all()) {
            Table table = new Lake(lake).table(spec);
            if (NOT_OF_A_DEMO.contains(spec)) {
                table = new Lake(folder.resolve("bare").toString()).table(spec);
                table.createIfAbsent(spark);
            }
            Row detail = spark.sql("DESCRIBE DETAIL delta.`%s`".formatted(table.path()))
                    .head();
            assertThat(detail.<Integer>getAs("minReaderVersion"))
                    .as(spec.name())
                    .isEqualTo(1);
            assertThat(detail.getList(detail.fieldIndex("partitionColumns"))).isEmpty();
            assertThat(detail.getJavaMap(detail.fieldIndex("properties")).toString())
                    .as(spec.name())
                    .contains("delta.enableDeletionVectors=false", "delta.checkpointPolicy=classic")
                    .contains("delta.columnMapping.mode=none");
        }
    }

    @Test
    @Order(3)
    void accountsForEachFrameOnce(SparkSession spark) {
        Lake root = new Lake(lake);
        long frames = root.table(Catalogue.RAW_POSTS).read(spark).count();
        long changes = root.table(Catalogue.POST_CHANGES).read(spark).count();
        long rejected = root.table(Catalogue.REJECTED_POSTS).read(spark).count();
        JsonNode ingest = demo.get("steps").get(2);

        assertThat(ingest.get("name").asText()).isEqualTo("ingest");
        assertThat(frames)
                .isEqualTo(changes
                        + rejected
                        + ingest.get("rows").get("duplicates").asLong());
    }

    @Test
    @Order(4)
    void listsAndExportsWhatIsThere() throws IOException {
        JsonNode tables = json("tables", "--lake", lake).get("tables");
        assertThat(tables.findValuesAsText("name")).contains("bronze.raw_posts", "gold.trends", "ops.runs");
        Path file = folder.resolve("topics.ndjson");

        long rows = json("export", "gold.topics", "--to", file.toString(), "--lake", lake)
                .get("rows")
                .asLong();

        assertThat(Files.readAllLines(file)).hasSize((int) rows);
        assertThat(JSON.readTree(Files.readAllLines(file).get(0)).has("model_version"))
                .isTrue();
        assertThat(json("stories", "--lake", lake, "--limit", "5").get("stories"))
                .isNotEmpty()
                .allSatisfy(story -> assertThat(story.get("label").asText()).isNotBlank());
        assertThat(json("stories", "--lake", lake, "--at", "2000-01-01T00:00:00Z")
                        .get("stories"))
                .isEmpty();
        assertThat(json("models", "--lake", lake).get("models").findValuesAsText("name"))
                .contains("topics", "tfidf");
        assertThat(json("runs", "--lake", lake).get("runs").findValuesAsText("job"))
                .contains("detect-trends");
    }

    @Test
    @Tag("thorough")
    @Order(4)
    void answersQueriesAndRunsNothingElse() throws IOException {
        JsonNode names = json("sql", "--lake", lake).get("views");
        assertThat(names.findValuesAsText("name")).contains("post_changes", "terms_by_hour", "posts_by_day");
        for (String name : names.findValuesAsText("name")) {
            assertThat(json("sql", "--lake", lake, "--limit", "1", "SELECT * FROM " + name)
                            .get("columns"))
                    .as(name)
                    .isNotEmpty();
        }

        long byDay = json("sql", "--lake", lake, "SELECT sum(posts) AS n FROM posts_by_day;")
                .at("/rows/0/n")
                .asLong();
        assertThat(byDay)
                .isEqualTo(json("sql", "--lake", lake, "SELECT count(*) AS n FROM posts -- all of them")
                        .at("/rows/0/n")
                        .asLong());
        JsonNode first =
                json("sql", "--lake", lake, "--limit", "2", "SELECT post_id, text FROM posts ORDER BY post_id");
        assertThat(first.get("rows")).hasSize(2);
        assertThat(first.get("more").asBoolean()).isTrue();
        assertThat(first.at("/rows/0/post_id").asText())
                .isLessThan(first.at("/rows/1/post_id").asText());
        for (String statement : List.of(
                "DROP VIEW posts", "SELECT 1) LIMIT 1; DROP VIEW posts; (SELECT 1", "SELECT nothing FROM posts")) {
            assertThat(Main.execute("sql", "--lake", lake, statement))
                    .as(statement)
                    .isEqualTo(2);
        }
    }

    @Test
    @Tag("thorough")
    @Order(5)
    void doublesNothingWhenRunAgain() throws IOException {
        Map<String, String> before = hashes();

        demo();

        assertThat(hashes()).isEqualTo(before);
    }

    @Test
    @Tag("thorough")
    @Order(6)
    void rollsAModelBack() throws IOException {
        // Fewer topics are worse ones: they are promoted where all is allowed.
        String coherence = "topics.judgement.max-coherence-loss=2";
        String diversity = "topics.judgement.max-diversity-loss=2";
        json("fit-topics", "--lake", lake, "--set", "topics.k=5", "--set", coherence, "--set", diversity);
        JsonNode rolledBack = json("models", "rollback", "topics", "--lake", lake);

        JsonNode champion = null;
        for (JsonNode model : json("models", "--lake", lake).get("models")) {
            if (model.get("name").asText().equals("topics")
                    && model.get("aliases").toString().contains("champion")) {
                champion = model;
            }
        }
        assertThat(champion).isNotNull();
        assertThat(champion.get("version")).isEqualTo(rolledBack.get("version"));
        assertThat(champion.get("params").toString()).doesNotContain("\"k\":\"5\"");
    }

    private static Map<String, String> hashes() throws IOException {
        Map<String, String> hashes = new HashMap<>();
        for (JsonNode table : json("tables", "--hash", "--lake", lake).get("tables")) {
            if (!table.get("name").asText().equals(RUNS)) {
                hashes.put(table.get("name").asText(), table.get("rows") + " " + table.get("hash"));
            }
        }
        return hashes;
    }

    private static JsonNode demo() throws IOException {
        // How good topics are is another test's: a short fit will do.
        return json(
                "demo", "--posts", "7000", "--seed", "5", "--lake", lake, "--no-serve", "--set", "topics.iterations=5");
    }

    private static JsonNode json(String... command) throws IOException {
        String[] args = java.util.Arrays.copyOf(command, command.length + 1);
        args[command.length] = "--json";
        PrintStream standardOut = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, UTF_8));
        try {
            assertThat(Main.execute(args)).as(String.join(" ", args)).isZero();
        } finally {
            System.setOut(standardOut);
        }
        return JSON.readTree(out.toString(UTF_8));
    }
}
