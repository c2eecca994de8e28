package io.groundswell.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.model.Frontier;
import io.groundswell.table.Catalogue;
import io.groundswell.table.ContentHash;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import io.groundswell.table.TableSpec;
import io.groundswell.testing.SparkTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two feeds in one spool: a busy one in two lanes, which is away for ten minutes, and a small one, which goes on. While
 * the one is away the other's tags are a far larger part of what is written. One is a trend from before it until
 * after.
 */
@Tag("slow")
@ExtendWith(SparkTest.class)
class OutageIT {
    private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant GONE = BEGIN.plusSeconds(34 * 60 + 20);
    private static final Instant BACK = GONE.plus(Duration.ofMinutes(10));
    private static final Instant END = BACK.plus(Duration.ofMinutes(7));
    private static final Instant STORM = BEGIN.plusSeconds(25 * 60);
    private static final int TAGS = 10;
    private static final String SMALL_BATCHES = "ingest.max-bytes-per-batch=400000";
    private static final String ONE_BATCH = "ingest.max-bytes-per-batch=100000000";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream standardOut = System.out;

    @TempDir
    private Path folder;

    @BeforeEach
    void catchOutput(SparkSession started) {
        System.setOut(new PrintStream(new ByteArrayOutputStream(), true, UTF_8));
    }

    @AfterEach
    void giveOutputBack() {
        System.setOut(standardOut);
    }

    @Test
    void masksItsWindowsHoweverTheFeedsAreRead(SparkSession spark) throws IOException {
        Lake pieces = new Lake(folder.resolve("pieces").toString());
        Instant from = BEGIN;
        for (Instant to : List.of(GONE.plusSeconds(45), BACK.minusSeconds(20), END)) {
            write(from, to);
            land(pieces, SMALL_BATCHES);
            from = to;
        }
        Lake whole = new Lake(folder.resolve("whole").toString());
        land(whole, ONE_BATCH);

        assertThat(gaps(spark, whole)).containsExactly("x spool 2026-03-01 12:34:19.75 2026-03-01 12:44:20");
        assertThat(hash(spark, pieces, Catalogue.GAPS)).isEqualTo(hash(spark, whole, Catalogue.GAPS));
        assertThat(hash(spark, pieces, Catalogue.TERM_COUNTS)).isEqualTo(hash(spark, whole, Catalogue.TERM_COUNTS));
        assertThat(hash(spark, pieces, Catalogue.TRENDS)).isEqualTo(hash(spark, whole, Catalogue.TRENDS));
        assertThat(storm(spark, whole))
                .containsExactly("12:25 1.0 true", "12:30 0.866 false", "12:35 0.0 false", "12:40 0.133 false");
        assertThat(alarms(spark, whole)).containsExactly("storm");
    }

    /** What would be if nobody had noticed. */
    @Test
    void wouldAlarmWithoutTheHole(SparkSession spark) throws IOException {
        write(BEGIN, END);
        Lake blind = new Lake(folder.resolve("blind").toString());
        tellOfAnotherInput(spark, blind);
        land(blind, ONE_BATCH);

        assertThat(gaps(spark, blind)).isEmpty();
        assertThat(alarms(spark, blind)).hasSizeGreaterThan(1);
    }

    private static void land(Lake lake, String batches) {
        Path spool = Path.of(lake.root()).resolveSibling("spool");
        assertThat(Main.execute("ingest", "--spool", spool.toString(), "--lake", lake.root(), "--set", batches))
                .isZero();
        assertThat(Main.execute("detect-trends", "--lake", lake.root())).isZero();
    }

    /** An input of the source that was alive within a day: what is missing here may come by it. */
    private static void tellOfAnotherInput(SparkSession spark, Lake lake) {
        Table frontiers = lake.table(Catalogue.FRONTIERS);
        frontiers.createIfAbsent(spark);
        Frontier other = new Frontier("x", "another", BEGIN.minus(Duration.ofHours(9)), "run", BEGIN);
        frontiers.append(
                spark.createDataFrame(List.of(Rows.of(other)), frontiers.spec().schema()));
    }

    private static ContentHash hash(SparkSession spark, Lake lake, TableSpec spec) {
        return ContentHash.of(lake.table(spec).read(spark), spec.hashed());
    }

    private static List<String> gaps(SparkSession spark, Lake lake) {
        return lake.table(Catalogue.GAPS)
                .read(spark)
                .selectExpr("concat_ws(' ', source, lane, from_received, to_received)")
                .as(Encoders.STRING())
                .collectAsList();
    }

    private static Dataset<Row> firstDecisions(SparkSession spark, Lake lake) {
        return lake.table(Catalogue.TRENDS)
                .read(spark)
                .where("window_width = 300 AND unix_seconds(decided_at) - unix_seconds(window_start) = 310");
    }

    /** Returns which terms alarmed. */
    private static List<String> alarms(SparkSession spark, Lake lake) {
        return lake.table(Catalogue.TRENDS)
                .read(spark)
                .where("alarmed")
                .select("term")
                .distinct()
                .orderBy("term")
                .as(Encoders.STRING())
                .collectAsList();
    }

    /** Returns what was first said of the trend up to the return: window, coverage, whether it alarmed. */
    private static List<String> storm(SparkSession spark, Lake lake) {
        return firstDecisions(spark, lake)
                .where("term = 'storm' AND window_start < '2026-03-01 12:45:00'")
                .selectExpr("concat_ws(' ', date_format(window_start, 'HH:mm'), round(coverage, 3), alarmed) AS said")
                .orderBy("said")
                .as(Encoders.STRING())
                .collectAsList();
    }

    /** Appends what each lane receives from one time on until before another. */
    private void write(Instant from, Instant to) throws IOException {
        StringBuilder a = new StringBuilder();
        StringBuilder b = new StringBuilder();
        StringBuilder small = new StringBuilder();
        for (Instant at = from; at.isBefore(to); at = at.plusMillis(250)) {
            long quarter = Duration.between(BEGIN, at).toMillis() / 250;
            if (at.isBefore(GONE) || !at.isBefore(BACK)) {
                (quarter % 2 == 0 ? a : b).append(line("x", quarter, at, "xtag" + quarter / 4 % TAGS));
            }
            if (quarter % 4 == 0) {
                small.append(line("small", quarter, at, "stag" + quarter / 4 % TAGS));
            }
            if (quarter % 20 == 2 && !at.isBefore(STORM) && at.isBefore(BACK)) {
                small.append(line("small", quarter, at, "storm"));
            }
        }
        append("a", a);
        append("b", b);
        append("small", small);
    }

    private void append(String lane, StringBuilder lines) throws IOException {
        Path file = folder.resolve("spool").resolve(lane).resolve("000000000001.ndjson");
        Files.createDirectories(file.getParent());
        Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** A post of an author of its own. */
    private static String line(String source, long number, Instant at, String tag) throws IOException {
        ObjectNode post = JSON.createObjectNode();
        ObjectNode data = post.putObject("data");
        data.put("id", Long.toString(number)).put("text", "#" + tag + " number" + number);
        data.put("created_at", at.toString()).put("author_id", "author" + number);
        data.putArray("edit_history_tweet_ids").add(Long.toString(number));
        data.putObject("entities")
                .putArray("hashtags")
                .addObject()
                .put("start", 0)
                .put("tag", tag);
        ObjectNode envelope = JSON.createObjectNode();
        envelope.put("received_at", Micros.of(at)).put("source", source).put("format", "x");
        return JSON.writeValueAsString(envelope.put("payload", JSON.writeValueAsString(post))) + "\n";
    }
}
