package io.groundswell.app;

import static io.groundswell.testing.Posts.NOON;
import static io.groundswell.testing.Posts.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.ingest.SettlePosts;
import io.groundswell.job.Cadence;
import io.groundswell.job.Job;
import io.groundswell.model.Frontier;
import io.groundswell.model.Gap;
import io.groundswell.model.RuleChange;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import io.groundswell.table.TableSpec;
import io.groundswell.testing.Posts;
import io.groundswell.testing.SparkTest;
import io.groundswell.trends.DetectTrends;
import io.groundswell.trends.TrendSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three hours in which six authors write calm, as word and tag, each five minutes, but for five minutes that a hole masks.
 * At noon eleven write of a storm, nine of a deal that is muted, and one author sends a tag eight times. Then the first post
 * of the storm is deleted.
 */
@ExtendWith(SparkTest.class)
class WhyAndInterestIT {
    private static final Instant BEGIN = NOON.minus(Duration.ofHours(3));
    private static final Instant FIRST = NOON.plusSeconds(310);
    private static final Instant HOLE = NOON.minus(Duration.ofMinutes(15));
    private static final String WORDS = "abcdefghijk";

    @TempDir
    static Path folder;

    private final PrintStream standardOut = System.out;
    private final PrintStream standardErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void layTheLake(SparkSession spark) {
        Lake lake = new Lake(folder.toString());
        append(spark, lake, Catalogue.POST_CHANGES, Posts.rows(spark, feed().toArray(Posts.Builder[]::new)));
        append(
                spark,
                lake,
                Catalogue.FRONTIERS,
                new Frontier("x", "spool", NOON.plusSeconds(5400), "run", NOON.plusSeconds(5400)));
        append(spark, lake, Catalogue.GAPS, new Gap("x", "posts/0", 1L, 2L, HOLE, HOLE.plusSeconds(60), HOLE, "run"));
        append(
                spark,
                lake,
                Catalogue.RULES,
                new RuleChange("r1", "mute", "hashtag", null, "deal", null, null, null, NOON, false, NOON));
        run(spark, new DetectTrends(lake, TrendSettings.DEFAULT, Cadence.AVAILABLE_NOW));
        run(spark, new SettlePosts(lake, Cadence.AVAILABLE_NOW));
    }

    private static List<Posts.Builder> feed() {
        List<Posts.Builder> feed = new ArrayList<>();
        for (Instant window = BEGIN; window.isBefore(NOON.plusSeconds(3600)); window = window.plusSeconds(300)) {
            for (char who = 'a'; who <= 'f'; who++) {
                feed.add(post(window + "-" + who)
                        .by("calm" + who)
                        .at(window.plusSeconds(10))
                        .saying(who + " is calm")
                        .tagged("calm")
                        .words("calm"));
            }
        }
        for (int i = 0; i < WORDS.length(); i++) {
            feed.add(burst("storm", i, "storm" + i));
        }
        for (int i = 0; i < 9; i++) {
            feed.add(burst("deal", i, "deal" + i));
        }
        for (int i = 0; i < 8; i++) {
            feed.add(burst("spam", i, "spammer"));
        }
        feed.add(post("storm0").by("storm0").at(NOON).deleted().received(NOON.plusSeconds(400)));
        return feed;
    }

    private static Posts.Builder burst(String tag, int i, String author) {
        String text = tag + " over " + WORDS.charAt(i) + "-town";
        return post(tag + i).by(author).at(NOON.plusSeconds(i)).saying(text).tagged(tag);
    }

    private static void run(SparkSession spark, Job job) {
        job.writes().forEach(table -> table.createIfAbsent(spark));
        job.run(spark);
    }

    private static void append(SparkSession spark, Lake lake, TableSpec spec, Record row) {
        append(spark, lake, spec, spark.createDataFrame(List.of(Rows.of(row)), spec.schema()));
    }

    private static void append(SparkSession spark, Lake lake, TableSpec spec, Dataset<Row> rows) {
        Table table = lake.table(spec);
        table.createIfAbsent(spark);
        table.append(rows);
    }

    @BeforeEach
    void catchOutput() {
        System.setOut(new PrintStream(out, true, UTF_8));
        System.setErr(new PrintStream(err, true, UTF_8));
    }

    @AfterEach
    void giveOutputBack() {
        System.setOut(standardOut);
        System.setErr(standardErr);
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return Main.execute(Stream.concat(Stream.of(arguments), Stream.of("--lake", folder.toString()))
                .toArray(String[]::new));
    }

    private JsonNode document(String... arguments) throws IOException {
        assertThat(run(Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new)))
                .as(err.toString(UTF_8))
                .isZero();
        return new ObjectMapper().readTree(out.toString(UTF_8));
    }

    private JsonNode why(String term, Instant at) throws IOException {
        return document("trends", "--why", term, "--window", "5m", "--at", at.toString());
    }

    @Test
    void tellsWhyATermIsInTheListAsItWasThen(SparkSession spark) throws IOException {
        JsonNode card = why("#STORM", FIRST);

        assertThat(card.get("term").asText()).isEqualTo("storm");
        assertThat(card.get("listed").asBoolean()).isTrue();
        assertThat(card.get("alarmed").asBoolean()).isTrue();
        assertThat(card.get("unmet")).isEmpty();
        assertThat(card.get("state").asText()).isEqualTo("emerging");
        assertThat(card.get("window_start").asText()).isEqualTo(NOON.toString());
        assertThat(card.get("trend_start").asText()).isEqualTo(NOON.toString());
        assertThat(card.get("first_seen").asText()).isEqualTo(NOON.toString());
        assertThat(card.get("new_since_counts_began").asBoolean()).isTrue();
        assertThat(card.get("counts_from").asText()).isEqualTo(BEGIN.toString());
        assertThat(card.get("observed").asInt()).isEqualTo(11);
        assertThat(card.get("top_author_share").asDouble()).isEqualTo(1.0 / 11);
        assertThat(card.get("texts").asInt()).isGreaterThan(3);
        Row trend = new Lake(folder.toString())
                .table(Catalogue.TRENDS)
                .read(spark)
                .where(col("term").equalTo("storm").and(col("window_width").equalTo(300)))
                .where(col("decided_at").equalTo(FIRST))
                .head();
        assertThat(card.get("expected").asDouble()).isEqualTo(trend.<Double>getAs("expected"));
        assertThat(card.get("threshold").asDouble()).isEqualTo(trend.<Double>getAs("threshold"));
        assertThat(card.get("false_alarms_per_day").isNull()).isTrue();
        JsonNode curve = card.get("curve");
        assertThat(curve.get("window_start")).hasSize(25);
        assertThat(curve.get("observed").get(23).asInt()).isZero();
        assertThat(curve.get("observed").get(24).asInt()).isEqualTo(11);
        assertThat(curve.get("expected").get(24).asDouble()).isEqualTo(trend.<Double>getAs("expected"));
        assertThat(curve.get("evidence").get(24).asDouble()).isEqualTo(trend.<Double>getAs("evidence"));
        assertThat(card.get("sources").get(0).get("authors").asInt()).isEqualTo(11);
        assertThat(card.get("languages").get(0).get("language").asText()).isEqualTo("en");
    }

    @Test
    @Tag("thorough")
    void showsNoTextOfADeletedPostAndTheWayToBronze() throws IOException {
        JsonNode card = why("storm", FIRST);

        assertThat(card.get("samples").findValuesAsText("id")).containsExactly("x/storm0", "x/storm1", "x/storm2");
        assertThat(card.get("samples").get(0).get("text").isNull()).isTrue();
        assertThat(card.get("samples").get(1).get("text").asText()).isEqualTo("storm over b-town");
        assertThat(card.get("bronze").get("rows").asInt()).isEqualTo(11);

        String lineage = card.get("bronze").get("lineage").asText().replace(" --lake " + folder, "");
        assertThat(lineage).startsWith("./groundswell lineage ");
        JsonNode traced = document(lineage.replace("./groundswell ", "").split(" "));
        assertThat(traced.get("changes")).hasSize(11);
        assertThat(traced.get("trend").get("window_start").asText()).isEqualTo(NOON.toString());

        JsonNode later =
                document("trends", "--why", "storm", "--at", FIRST.toString(), "--as-of", "now", "--window", "5m");
        assertThat(later.get("observed").asInt()).isEqualTo(10);
        assertThat(later.get("samples").findValuesAsText("id")).doesNotContain("x/storm0");
    }

    @Tag("thorough")
    @Test
    void tellsWhyATermIsNotInTheList() throws IOException {
        JsonNode spam = why("spam", FIRST);
        assertThat(spam.get("listed").asBoolean()).isFalse();
        assertThat(spam.get("trend_start").isNull()).isTrue();
        assertThat(spam.get("unmet").findValuesAsText("condition"))
                .containsExactly("authors", "top_author_share", "evidence");
        assertThat(spam.get("posts").asInt()).isEqualTo(8);
        assertThat(spam.get("bronze").get("lineage").isNull()).isTrue();

        JsonNode deal = why("deal", FIRST);
        assertThat(deal.get("listed").asBoolean()).isFalse();
        assertThat(deal.get("muted_by").asText()).isEqualTo("r1");
    }

    @Test
    @Tag("thorough")
    void saysItToAPerson() {
        assertThat(run("trends", "--why", "storm", "--window", "5m")).isZero();
        assertThat(out.toString(UTF_8))
                .startsWith("#storm, a hashtag: in the newest list, because 10 authors")
                .contains("▁▁▁█", "storm over", "./groundswell lineage --term storm --kind hashtag");
        assertThat(run("trends", "--why", "spam", "--window", "5m")).isZero();
        assertThat(out.toString(UTF_8))
                .contains(
                        "not in the newest list", "too few authors: 1, and an alarm needs 5", "one author wrote 100%");
    }

    @Test
    void asksForWhatItNeeds() {
        assertThat(run("trends", "--why", "calm")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("--kind hashtag or --kind word");
        assertThat(run("trends", "--why", "hail")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("Check how it is written");
        assertThat(run("trends", "--why", "storm", "--at", NOON.toString())).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("had not been counted by then");
    }

    @Test
    void tellsOfInterestOverTimeWithGaps() throws IOException {
        JsonNode rows = document(
                        "interest",
                        "#storm",
                        "#calm",
                        "--by",
                        "5m",
                        "--from",
                        HOLE.toString(),
                        "--to",
                        NOON.plusSeconds(300).toString())
                .get("rows");

        // Ten of the storm are left, of the deal nine, six of the calm and the spammer.
        assertThat(rows).hasSize(8);
        assertThat(rows.findValuesAsText("term").subList(0, 4)).containsOnly("storm");
        assertThat(rows.get(0).get("interest").isNull()).isTrue();
        assertThat(rows.get(0).get("coverage").asDouble()).isEqualTo(0.8);
        assertThat(rows.get(1).get("interest").asDouble()).isZero();
        assertThat(rows.get(3).get("share").asDouble()).isEqualTo(10.0 / 26);
        assertThat(rows.get(3).get("interest").asDouble()).isEqualTo(38.5);
        assertThat(rows.get(5).get("interest").asDouble()).isEqualTo(100);
        assertThat(rows.get(7).get("interest").asDouble()).isEqualTo(23.1);

        assertThat(run("interest", "#storm", "--by", "5m")).isZero();
        assertThat(out.toString(UTF_8)).contains("#storm", "·", "masked by holes");
    }

    @Test
    void ranksTheTermsOfAWindow() throws IOException {
        JsonNode top = document("interest", "--top", "3", "--at", FIRST.toString(), "--window", "5m");
        assertThat(top.get("window_start").asText()).isEqualTo(NOON.toString());
        assertThat(top.get("all_authors").asInt()).isEqualTo(26);
        assertThat(top.get("terms").findValuesAsText("term")).containsExactly("storm", "deal", "calm");

        JsonNode rising = document("interest", "--rising", "9", "--at", FIRST.toString(), "--window", "5m")
                .get("terms");
        assertThat(rising.findValuesAsText("term")).containsExactly("storm", "deal", "calm", "calm");
        assertThat(rising.get(0).get("growth").asDouble()).isEqualTo((10.0 / 26) / (1.0 / 6));
        assertThat(rising.get(2).get("growth").asDouble()).isEqualTo((6.0 / 26) / (6.0 / 6));

        JsonNode masked = document(
                "interest", "--rising", "9", "--at", HOLE.plusSeconds(310).toString(), "--window", "5m");
        assertThat(masked.get("coverage").asDouble()).isEqualTo(0.8);
        assertThat(masked.get("coverage_before").asDouble()).isEqualTo(1);
        assertThat(masked.get("terms")).isEmpty();

        JsonNode first = document(
                "interest", "--top", "1", "--at", BEGIN.plusSeconds(310).toString(), "--window", "5m");
        assertThat(first.get("terms").get(0).get("term").asText()).isEqualTo("calm");
        assertThat(first.get("terms").get(0).get("growth").isNull())
                .as("nobody wrote before")
                .isTrue();
    }
}
