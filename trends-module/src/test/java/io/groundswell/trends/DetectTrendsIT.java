package io.groundswell.trends;

import static io.groundswell.testing.Posts.NOON;
import static io.groundswell.testing.Posts.post;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.job.Cadence;
import io.groundswell.job.Job;
import io.groundswell.job.PlatformException;
import io.groundswell.model.Frontier;
import io.groundswell.model.Gap;
import io.groundswell.model.TermCount;
import io.groundswell.table.Catalogue;
import io.groundswell.table.ContentHash;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import io.groundswell.table.TableSpec;
import io.groundswell.testing.Folders;
import io.groundswell.testing.Posts;
import io.groundswell.testing.SparkTest;
import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.count.Interval;
import io.groundswell.trends.rule.Blocks;
import io.groundswell.trends.score.Holes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The same posts give the same rows, however they come and however the job is run. */
@ExtendWith(SparkTest.class)
class DetectTrendsIT {
    private static final TrendSettings SETTINGS = TrendSettings.DEFAULT;
    private static final List<Posts.Builder> FEED = Feed.received();
    private static final List<TableSpec> WRITTEN = List.of(Catalogue.TERM_COUNTS, Catalogue.TRENDS, Catalogue.STORIES);

    @TempDir
    static Path once;

    private static List<ContentHash> inOneRun;

    @TempDir
    Path folder;

    @BeforeAll
    static void runOnce(SparkSession spark) {
        Lake lake = new Lake(once.toString());
        land(spark, lake, FEED);
        run(spark, lake);
        inOneRun = hashes(spark, lake);
    }

    /** Lands changes of a gateway, whose newest says how far they have been received. */
    private static void land(SparkSession spark, Lake lake, List<Posts.Builder> changes) {
        append(spark, lake, changes);
        changes.stream()
                .map(change -> change.change().receivedAt())
                .max(Comparator.naturalOrder())
                .ifPresent(through -> tell(spark, lake, new Frontier("x", "spool", through, "run", NOON)));
    }

    private static void append(SparkSession spark, Lake lake, List<Posts.Builder> changes) {
        Table table = lake.table(Catalogue.POST_CHANGES);
        table.createIfAbsent(spark);
        table.append(Posts.rows(spark, changes.toArray(Posts.Builder[]::new)));
    }

    private static void tell(SparkSession spark, Lake lake, Frontier frontier) {
        Table frontiers = lake.table(Catalogue.FRONTIERS);
        frontiers.createIfAbsent(spark);
        frontiers.append(spark.createDataFrame(
                List.of(Rows.of(frontier)), frontiers.spec().schema()));
    }

    /** Leaves what a run leaves that is killed between its two commits. */
    private static void countOnly(SparkSession spark, Lake lake, Instant received) {
        new DetectTrends(lake, SETTINGS, Cadence.AVAILABLE_NOW).writes().forEach(table -> table.createIfAbsent(spark));
        long through = Decisions.newestDue(SETTINGS.widthSeconds(), Micros.of(received));
        Interval due = new Interval(Interval.NOTHING_DECIDED, through);
        KnownChanges known = new KnownChanges(lake, SETTINGS.widthSeconds());
        long version = known.newest(spark);
        new CountDecisions(lake, SETTINGS, Holes.NONE)
                .commit(
                        spark,
                        due,
                        known.posts(spark, due, version, Blocks.NONE),
                        new DecidedThrough(DetectTrends.NAME)
                                .tag(through, new DecidedThrough.Read(version, OptionalLong.empty())));
    }

    private static Map<String, Long> run(SparkSession spark, Lake lake) {
        Job job = new DetectTrends(lake, SETTINGS, Cadence.AVAILABLE_NOW);
        job.writes().forEach(table -> table.createIfAbsent(spark));
        return job.run(spark).rows();
    }

    private static List<ContentHash> hashes(SparkSession spark, Lake lake) {
        return WRITTEN.stream()
                .map(spec -> ContentHash.of(lake.table(spec).read(spark), spec.hashed()))
                .toList();
    }

    private static List<Long> versions(SparkSession spark, Lake lake) {
        return WRITTEN.stream()
                .map(spec -> lake.table(spec).version(spark).orElseThrow())
                .toList();
    }

    private Lake lake() {
        return new Lake(folder.toString());
    }

    @Test
    void findsTheJumpInTheWindowInWhichItStarts(SparkSession spark) {
        List<Row> alarms = new Lake(once.toString())
                .table(Catalogue.TRENDS)
                .read(spark)
                .filter(col("alarmed"))
                .filter(col("window_width").equalTo(300))
                // Days later every post of a window says the same word, which is a surprise of its own.
                .filter(col("window_start").lt(lit(Feed.JUMP.plus(Duration.ofDays(1)))))
                .select("term", "trend_start", "display")
                .distinct()
                .collectAsList();

        assertThat(alarms).singleElement().satisfies(alarm -> {
            assertThat(alarm.getString(0)).isEqualTo(Feed.TAG);
            assertThat(alarm.getTimestamp(1).toInstant()).isEqualTo(Feed.JUMP);
            assertThat(alarm.getString(2)).isEqualTo(Feed.TAG);
        });
    }

    @Test
    void findsAgainThePostsThatARowCounted(SparkSession spark) {
        Lake lake = new Lake(once.toString());
        List<Row> rows = lake.table(Catalogue.TRENDS)
                .read(spark)
                .filter(col("term").equalTo(Feed.TAG).and(col("window_width").equalTo(300)))
                .orderBy("window_start", "decided_at")
                .limit(5)
                .collectAsList();
        assertThat(rows.stream()
                        .map(row -> row.<java.sql.Timestamp>getAs("window_start"))
                        .distinct())
                .as("windows with more decisions than one")
                .hasSizeLessThan(rows.size());

        for (Row row : rows) {
            List<String> found = counted(spark, lake, row);
            assertThat(found).hasSize((int) row.<Long>getAs("posts").longValue());
            assertThat(found).containsAll(row.getList(row.fieldIndex("sample_post_ids")));
        }
    }

    private static List<String> counted(SparkSession spark, Lake lake, Row trend) {
        return new CountedChanges(
                        lake,
                        trend.getAs("scope"),
                        trend.getAs("kind"),
                        trend.getAs("term"),
                        trend.<java.sql.Timestamp>getAs("window_start").toInstant(),
                        trend.<Integer>getAs("window_width"),
                        trend.<java.sql.Timestamp>getAs("decided_at").toInstant())
                .read(spark)
                .selectExpr("concat(source, '/', post_id)")
                .as(Encoders.STRING())
                .collectAsList();
    }

    @Tag("thorough")
    @Test
    void raisesNoAlarmInTheWindowsThatAHoleTouches(SparkSession spark) {
        Lake lake = lake();
        land(spark, lake, FEED);
        Instant back = Feed.JUMP.plusSeconds(60);
        lose(spark, lake, Feed.JUMP.minusSeconds(90), back);
        run(spark, lake);

        Dataset<Row> masked =
                lake.table(Catalogue.TRENDS).read(spark).filter(col("coverage").lt(1));
        assertThat(masked.filter(col("alarmed")).isEmpty()).isTrue();
        // Both windows between are masked: what was learnt before them is forgotten a little, and nothing is added.
        double before = learned(spark, lake, Feed.JUMP.minusSeconds(600));
        assertThat(learned(spark, lake, Feed.JUMP)).isCloseTo(before * Math.pow(0.5, 600.0 / 86_400), within(1e-9));
        Dataset<Row> jump = new Lake(once.toString())
                .table(Catalogue.TRENDS)
                .read(spark)
                .filter(col("alarmed").and(col("window_start").equalTo(lit(Feed.JUMP))));
        assertThat(jump.isEmpty()).isFalse();
        assertThat(lake.table(Catalogue.TRENDS)
                        .read(spark)
                        .filter(col("alarmed").and(col("window_start").equalTo(lit(Feed.JUMP))))
                        .isEmpty())
                .isTrue();
    }

    /** Counts come and trends don't, then a hole is found: the trends are those of the counts. */
    @Test
    @Tag("slow")
    void masksWhatItsCountsMaskedWhenItWasKilledBetween(SparkSession spark) {
        Lake lake = lake();
        land(spark, lake, FEED);
        countOnly(spark, lake, FEED.get(FEED.size() - 1).change().receivedAt());
        lose(spark, lake, Feed.JUMP.minusSeconds(90), Feed.JUMP.plusSeconds(60));
        run(spark, lake);

        assertThat(hashes(spark, lake)).isEqualTo(inOneRun);
    }

    /** Returns what was learnt of the whole scope with a window of five minutes. */
    private static double learned(SparkSession spark, Lake lake, Instant window) {
        return lake.table(Catalogue.TERM_COUNTS)
                .read(spark)
                .filter(col("kind")
                        .equalTo(TermCount.TOTAL)
                        .and(col("window_width").equalTo(300)))
                .filter(col("window_start")
                        .equalTo(lit(window))
                        .and(col("learned").isNotNull()))
                .select("learned")
                .as(Encoders.DOUBLE())
                .head();
    }

    private static void lose(SparkSession spark, Lake lake, Instant from, Instant to) {
        Gap gap = new Gap("x", "posts/0", 10L, 20L, from, to, to, "run");
        Table gaps = lake.table(Catalogue.GAPS);
        gaps.createIfAbsent(spark);
        gaps.append(spark.createDataFrame(List.of(Rows.of(gap)), gaps.spec().schema()));
    }

    @Test
    void endsEachTrendAndNamesSamples(SparkSession spark) {
        Dataset<Row> trends = new Lake(once.toString()).table(Catalogue.TRENDS).read(spark);
        long lives = trends.filter("trend_start = window_start AND decided_at = window_start + make_interval(0, 0, 0,"
                        + " 0, 0, 0, window_width + 10)")
                .count();

        assertThat(lives).isPositive();
        assertThat(trends.filter(col("state").equalTo("over")).count()).isEqualTo(lives);
        assertThat(trends.filter("posts >= 3 AND size(sample_post_ids) <> 3").count())
                .isLessThan(trends.filter("size(sample_post_ids) = 3").count());
        assertThat(trends.filter("posts = 0 AND (size(sample_post_ids) > 0 OR display IS NULL)")
                        .count())
                .isZero();
    }

    @Test
    void hasOneRowAKey(SparkSession spark) {
        Lake lake = new Lake(once.toString());
        for (TableSpec spec : WRITTEN) {
            Dataset<Row> rows = lake.table(spec).read(spark);
            assertThat(rows.dropDuplicates(spec.key().toArray(String[]::new)).count())
                    .isEqualTo(rows.count());
        }
    }

    @Tag("slow")
    @Test
    void givesTheSameInManyRunsAsInOne(SparkSession spark) {
        int piece = FEED.size() / 5;
        for (int from = 0; from < FEED.size(); from += piece) {
            land(spark, lake(), FEED.subList(from, Math.min(FEED.size(), from + piece)));
            run(spark, lake());
        }

        assertThat(hashes(spark, lake())).isEqualTo(inOneRun);
        assertThat(versions(spark, lake())).allMatch(version -> version > 3);
    }

    @Test
    @Tag("thorough")
    void givesTheSameFromShuffledRows(SparkSession spark) {
        List<Posts.Builder> shuffled = new ArrayList<>(FEED);
        Collections.shuffle(shuffled, new Random(1));
        land(spark, lake(), shuffled.subList(0, 500));
        land(spark, lake(), shuffled.subList(500, shuffled.size()));
        run(spark, lake());

        assertThat(hashes(spark, lake())).isEqualTo(inOneRun);
    }

    @Test
    void changesNothingWhenRunAgain(SparkSession spark) {
        Lake lake = new Lake(once.toString());
        List<Long> before = versions(spark, lake);

        Map<String, Long> rows = run(spark, lake);

        assertThat(rows)
                .containsOnlyKeys("windows", "counts", "trends", "alarms")
                .allSatisfy((name, count) -> assertThat(count).isZero());
        assertThat(versions(spark, lake)).isEqualTo(before);
    }

    @Tag("thorough")
    @Test
    void givesTheSameAfterItsCheckpointIsThrownAway(SparkSession spark) throws IOException {
        int half = FEED.size() / 2;
        land(spark, lake(), FEED.subList(0, half));
        run(spark, lake());
        Folders.delete(Path.of(lake().checkpoint("detect-trends", "frontiers")));
        run(spark, lake());
        land(spark, lake(), FEED.subList(half, FEED.size()));
        run(spark, lake());

        assertThat(hashes(spark, lake())).isEqualTo(inOneRun);
    }

    @Test
    @Tag("thorough")
    void givesTheSameWhenKilledBetweenItsCommits(SparkSession spark) {
        int part = FEED.size() * 4 / 5;
        land(spark, lake(), FEED.subList(0, part));
        countOnly(spark, lake(), FEED.get(part - 1).change().receivedAt());
        land(spark, lake(), FEED.subList(part, FEED.size()));
        run(spark, lake());

        assertThat(hashes(spark, lake())).isEqualTo(inOneRun);
    }

    @Test
    void tellsTheStoriesThatAKilledRunDidNot(SparkSession spark) throws IOException {
        Folders.copy(once, folder);
        Folders.delete(folder.resolve(Catalogue.STORIES.folder()));
        run(spark, lake());

        assertThat(hashes(spark, lake())).isEqualTo(inOneRun);
    }

    @Tag("slow")
    @Test
    void showsThePostsThatWereCountedAfterAKill(SparkSession spark) {
        List<Posts.Builder> landed = FEED.subList(0, FEED.size() * 4 / 5);
        Instant received = landed.get(landed.size() - 1).change().receivedAt();
        Lake whole = new Lake(folder.resolve("whole").toString());
        Lake killed = new Lake(folder.resolve("killed").toString());
        land(spark, whole, landed);
        run(spark, whole);
        land(spark, killed, landed);
        countOnly(spark, killed, received);
        Instant first = Feed.JUMP.plusMillis(1);
        append(spark, killed, List.of(post("late").at(first).tagged(Feed.TAG)));
        run(spark, killed);

        assertThat(hashes(spark, killed)).isEqualTo(hashes(spark, whole));
        assertThat(killed.table(Catalogue.TRENDS).read(spark).isEmpty()).isFalse();
    }

    @Test
    @Tag("slow")
    void countsWhatLandsLateThoughItIsStampedBefore(SparkSession spark) {
        Instant end = NOON.plus(Duration.ofMinutes(5));
        land(spark, lake(), List.of(post("1").tagged("sun"), post("2").at(end.plusSeconds(20))));
        assertThat(run(spark, lake())).containsEntry("windows", 1L);
        append(spark, lake(), List.of(post("3").late(Duration.ofSeconds(2)).tagged("sun")));
        land(spark, lake(), List.of(post("4").at(end.plus(Duration.ofMinutes(11)))));
        run(spark, lake());

        assertThat(lake().table(Catalogue.TERM_COUNTS)
                        .read(spark)
                        .filter(col("window_start")
                                .equalTo(lit(NOON))
                                .and(col("window_width").equalTo(300)))
                        .orderBy("term", "decided_at")
                        .selectExpr("concat_ws(' ', term, minute(decided_at), posts, authors)")
                        .as(Encoders.STRING())
                        .collectAsList())
                .containsExactly(" 5 1 1", " 15 2 2", "sun 5 1 1", "sun 15 2 2");
    }

    @Test
    @Tag("slow")
    void waitsForALiveSourceThatLiesBack(SparkSession spark) {
        Instant end = NOON.plus(Duration.ofMinutes(5));
        append(spark, lake(), List.of(post("1").tagged("sun"), post("2").at(end.plusSeconds(20))));
        tell(spark, lake(), new Frontier("x", "spool", end.plusSeconds(20), "run", NOON));
        tell(spark, lake(), new Frontier("bluesky", "spool", NOON, "run", NOON));
        assertThat(run(spark, lake())).containsEntry("windows", 0L);

        tell(spark, lake(), new Frontier("bluesky", "spool", end.plusSeconds(15), "run", NOON));

        assertThat(run(spark, lake())).containsEntry("windows", 1L);
    }

    @Tag("thorough")
    @Test
    void decidesAnArchiveOnceItIsClosed(SparkSession spark) {
        append(
                spark,
                lake(),
                List.of(
                        post("1").replayed().tagged("sun"),
                        post("2").replayed().at(NOON.plus(Duration.ofHours(1))).tagged("sun")));
        assertThat(run(spark, lake())).containsEntry("windows", 0L);

        tell(spark, lake(), new Frontier("x", null, NOON.plus(Duration.ofHours(1)), "run", NOON));

        assertThat(run(spark, lake())).containsEntry("windows", 1L).containsEntry("counts", 2L);
    }

    @Test
    void decidesNothingOfAnEmptyTable(SparkSession spark) {
        lake().table(Catalogue.POST_CHANGES).createIfAbsent(spark);

        assertThat(run(spark, lake())).containsEntry("counts", 0L);
    }

    @Test
    void refusesALakeWithoutPosts(SparkSession spark) {
        assertThatThrownBy(() -> run(spark, lake()))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("silver.post_changes");
    }
}
