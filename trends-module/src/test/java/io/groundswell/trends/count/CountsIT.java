package io.groundswell.trends.count;

import static io.groundswell.testing.Posts.NOON;
import static io.groundswell.testing.Posts.post;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.model.PostChange;
import io.groundswell.model.RuleChange;
import io.groundswell.model.TermCount;
import io.groundswell.table.Micros;
import io.groundswell.table.Schemas;
import io.groundswell.testing.Posts;
import io.groundswell.testing.SparkTest;
import io.groundswell.trends.rule.Blocks;
import io.groundswell.trends.rule.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Counts of the window from noon to five past, as {@code term +minutes after its end: posts authors top texts}. */
@ExtendWith(SparkTest.class)
class CountsIT {
    private static final List<Integer> WIDTHS = List.of(300);
    private static final Windows WINDOWS = new Windows(WIDTHS, List.of(TermCount.SCOPE_ALL));
    private static final Instant END = NOON.plusSeconds(300);
    private static final Interval ALL = new Interval(0, Micros.of(NOON.plus(Duration.ofDays(4))));

    private static List<String> counts(SparkSession spark, Interval interval, Posts.Builder... posts) {
        return brief(counted(Posts.rows(spark, posts), none(spark), interval, false));
    }

    private static Dataset<Row> counted(Dataset<Row> changes, Dataset<Row> table, Interval interval, boolean ofPosts) {
        Column undatedIfDeleted = when(col("op").notEqual(PostChange.DELETED), col("created_at"));
        return changes.withColumn("created_at", undatedIfDeleted)
                .transform(new DueChanges(interval, WIDTHS)::apply)
                .transform(new PostVersions()::apply)
                .transform(new Mentions(WINDOWS, interval, ofPosts)::apply)
                .transform(
                        new CountsAsDecided(interval, table.transform(new CountsBefore(WINDOWS, interval)::apply))
                                ::apply);
    }

    /** Returns gold.term_counts before the first decision. */
    private static Dataset<Row> none(SparkSession spark) {
        return spark.createDataFrame(List.of(), Schemas.of(TermCount.class));
    }

    /** Returns gold.term_counts with further rows. */
    private static Dataset<Row> with(Dataset<Row> table, Dataset<Row> counted) {
        return table.unionByName(
                counted.withColumn("window_start", timestamp_micros(col("window")))
                        .withColumn("decided_at", timestamp_micros(col("decided")))
                        .withColumnRenamed("width", "window_width")
                        .drop("window", "decided"),
                true);
    }

    private static List<String> brief(Dataset<Row> counted) {
        return counted.orderBy("term", "window", "decided").collectAsList().stream()
                .map(CountsIT::brief)
                .toList();
    }

    private static String brief(Row row) {
        long minutes = (row.getLong(5) - Micros.of(END)) / 60_000_000;
        return "%s +%d: %d %d %d %d"
                .formatted(row.getString(4), minutes, row.getLong(6), row.getLong(7), row.getLong(8), row.getInt(9));
    }

    private static Interval through(Duration afterEnd) {
        return new Interval(0, Micros.of(END.plus(afterEnd)));
    }

    @Test
    void countsPostsAuthorsAndTexts(SparkSession spark) {
        assertThat(counts(
                        spark,
                        ALL,
                        post("1").by("ann").saying("a").tagged("sun"),
                        post("2").by("ann").saying("b").tagged("sun"),
                        post("3").by("bob").saying("a").tagged("sun", "sea"),
                        post("4").at(END).tagged("sun")))
                .containsExactly("sea +0: 1 1 1 1", "sun +0: 3 2 2 2", "sun +5: 1 1 1 1");
    }

    @Test
    void countsEachPostOfUnknownAuthorsAsOne(SparkSession spark) {
        assertThat(counts(
                        spark,
                        ALL,
                        post("1").by(null).tagged("sun"),
                        post("2").by(null).tagged("sun")))
                .containsExactly("sun +0: 2 2 1 2");
    }

    @Test
    void countsALatePostFromTheNextDecisionOn(SparkSession spark) {
        assertThat(counts(
                        spark,
                        ALL,
                        post("1").tagged("sun"),
                        post("2").late(Duration.ofMinutes(7)).tagged("sun"),
                        post("3").late(Duration.ofHours(30)).tagged("sun")))
                .containsExactly("sun +0: 1 1 1 1", "sun +10: 2 2 1 2", "sun +2880: 3 3 1 3");
    }

    @Test
    void leavesOutWhatIsReceivedAtTheMomentItself(SparkSession spark) {
        assertThat(counts(
                        spark,
                        through(Duration.ofMinutes(9)),
                        post("1").received(END.plusSeconds(10)).tagged("sun"),
                        post("2").received(END.plusSeconds(10).minusNanos(1000)).tagged("sun")))
                .containsExactly("sun +0: 1 1 1 1");
    }

    @Test
    void countsAnEditInTheWindowOfThePost(SparkSession spark) {
        assertThat(counts(
                        spark,
                        ALL,
                        post("1").tagged("sun"),
                        post("1").edited("2").received(END.plusSeconds(60)).tagged("rain")))
                .containsExactly("rain +10: 1 1 1 1", "sun +0: 1 1 1 1", "sun +10: 0 0 0 0");
    }

    @Test
    void countsAnEditThatTellsMoreOfTheSecondOnce(SparkSession spark) {
        assertThat(counts(
                        spark,
                        ALL,
                        post("1").tagged("sun"),
                        post("1")
                                .at(NOON.plusMillis(741))
                                .edited("2")
                                .received(END.plusSeconds(60))
                                .tagged("sun", "rain"),
                        post("2").tagged("sea"),
                        post("2").at(NOON.plusMillis(741)).edited("3").received(END.plusSeconds(60))))
                .containsExactly("rain +10: 1 1 1 1", "sea +0: 1 1 1 1", "sea +10: 0 0 0 0", "sun +0: 1 1 1 1");
    }

    @Test
    void takesADeletedPostBack(SparkSession spark) {
        assertThat(counts(
                        spark,
                        ALL,
                        post("1").tagged("sun"),
                        post("2").tagged("sun"),
                        post("1").deleted().received(END.plus(Duration.ofHours(1)))))
                .containsExactly("sun +0: 2 2 1 2", "sun +120: 1 1 1 1");
    }

    @Test
    void neverCountsAPostWhoseDeletionCameFirst(SparkSession spark) {
        assertThat(counts(
                        spark,
                        ALL,
                        post("1").received(NOON.plusSeconds(9)).tagged("sun"),
                        post("1").deleted().received(NOON.plusSeconds(3))))
                .isEmpty();
    }

    @Test
    void countsDuplicatesOnce(SparkSession spark) {
        assertThat(counts(
                        spark,
                        ALL,
                        post("1").by("ann").tagged("sun"),
                        post("1").by("ann").tagged("sun"),
                        post("1").by("ann").late(Duration.ofMinutes(7)).tagged("sun"),
                        post("2").by("ann").tagged("sea"),
                        post("2")
                                .by("ann")
                                .edited("3")
                                .received(NOON.plusSeconds(20))
                                .tagged("sky"),
                        post("2").by("ann").received(NOON.plusSeconds(40)).tagged("sea")))
                .containsExactly("sky +0: 1 1 1 1", "sun +0: 1 1 1 1");
    }

    @Test
    void countsAPostFromTheFutureInItsOwnWindow(SparkSession spark) {
        assertThat(counts(spark, ALL, post("1").received(NOON.minusSeconds(240)).tagged("sun")))
                .containsExactly("sun +0: 1 1 1 1");
    }

    @Test
    void neverCountsAPostThatCameTwoDaysLate(SparkSession spark) {
        assertThat(counts(
                        spark,
                        ALL,
                        post("1").late(Duration.ofDays(2)).tagged("sun"),
                        post("2").late(Duration.ofDays(2).plusNanos(1000)).tagged("sun")))
                .containsExactly("sun +2880: 1 1 1 1");
    }

    @Test
    void leavesOutABlockedAuthorFromTheNextDecisionOnAndSaysHowManyPosts(SparkSession spark) {
        Instant blocked = END.plusSeconds(60);
        Instant allowed = END.plus(Duration.ofHours(1));
        Blocks blocks = Rules.of(List.of(blocking("ann", blocked, false), blocking("ann", allowed, true)))
                .blocks();
        Dataset<Row> posts = Posts.rows(
                spark,
                post("1").by("ann").tagged("sun", "sea"),
                post("2").by("ann").tagged("sun"),
                post("3").by("bob").tagged("sun"));

        assertThat(posts.transform(new DueChanges(ALL, WIDTHS)::apply)
                        .transform(new PostVersions(blocks)::apply)
                        .transform(new Mentions(WINDOWS, ALL, false)::apply)
                        .transform(new CountsAsDecided(
                                ALL, none(spark).transform(new CountsBefore(WINDOWS, ALL)::apply))::apply)
                        .orderBy("term", "decided")
                        .collectAsList())
                .extracting(row -> brief(row) + " blocked " + row.getAs("blocked_posts"))
                .containsExactly(
                        "sea +0: 1 1 1 1 blocked 0",
                        "sea +10: 0 0 0 0 blocked 1",
                        "sea +120: 1 1 1 1 blocked 0",
                        "sun +0: 3 2 2 3 blocked 0",
                        "sun +10: 1 1 1 1 blocked 2",
                        "sun +120: 3 2 2 3 blocked 0");
    }

    private static RuleChange blocking(String author, Instant from, boolean isEnd) {
        return new RuleChange("r1", "block", "author", "x", author, null, null, null, from, isEnd, from);
    }

    @Test
    void countsThePostsOfTheScope(SparkSession spark) {
        Dataset<Row> posts = Posts.rows(
                spark,
                post("1").by("ann").tagged("sun", "sea"),
                post("2").by("ann"),
                post("3").by("bob"));

        assertThat(brief(counted(posts, none(spark), ALL, true))).containsExactly(" +0: 3 2 2 3");
        assertThat(posts.transform(new PostVersions()::apply)
                        .transform(new Mentions(WINDOWS, ALL, true)::apply)
                        .select("kind", "scope")
                        .distinct()
                        .collectAsList())
                .singleElement()
                .satisfies(row -> assertThat(row.mkString(" ")).isEqualTo(TermCount.TOTAL + " all"));
    }

    @Test
    void countsAPostInEachScopeThatItIsOf(SparkSession spark) {
        Windows windows =
                new Windows(WIDTHS, List.of("all", "language:en", "language:de", "source:x", "source:mastodon"));
        Dataset<Row> posts = Posts.rows(
                spark,
                post("1").by("ann").in("en").tagged("sun"),
                post("2").by("ben").in("de").tagged("sun"),
                post("3").by("cid").in("de").from("mastodon").tagged("sun"),
                post("4").by("dan").in(null).tagged("sun"),
                post("5").by("eve").in("sv").tagged("sun"));

        assertThat(posts.transform(new PostVersions()::apply)
                        .transform(new Mentions(windows, ALL, false)::apply)
                        .groupBy("scope")
                        .count()
                        .selectExpr("concat(scope, ' ', count)")
                        .as(Encoders.STRING())
                        .collectAsList())
                .containsExactlyInAnyOrder(
                        "all 5", "language:en 1", "language:de 2", "source:x 4", "source:mastodon 1");
    }

    @Test
    void givesTheSameRowsInOneIntervalAndInMany(SparkSession spark) {
        Posts.Builder[] posts = {
            post("1").tagged("sun"),
            post("2").late(Duration.ofMinutes(7)).tagged("sun"),
            post("1").deleted().received(END.plus(Duration.ofHours(1))),
            post("2").edited("3").received(END.plus(Duration.ofHours(3))).tagged("rain")
        };
        long split = Micros.of(END.plus(Duration.ofMinutes(20)));

        Dataset<Row> changes = Posts.rows(spark, posts);
        Dataset<Row> first = counted(changes, none(spark), new Interval(0, split), false);
        List<String> early = brief(first);
        List<String> late =
                brief(counted(changes, with(none(spark), first), new Interval(split, ALL.through()), false));

        assertThat(early).containsExactly("sun +0: 1 1 1 1", "sun +10: 2 2 1 2");
        assertThat(late).containsExactly("rain +2880: 1 1 1 1", "sun +120: 1 1 1 1", "sun +2880: 0 0 0 0");
        assertThat(counts(spark, ALL, posts)).hasSize(5).containsAll(early).containsAll(late);
    }

    @Tag("thorough")
    @Test
    void countsWhatLandsWithAnOlderStampAtTheNextDecision(SparkSession spark) {
        Interval first = through(Duration.ofSeconds(20));
        Interval second = new Interval(first.through(), Micros.of(END.plus(Duration.ofMinutes(20))));
        Dataset<Row> inTime = Posts.rows(
                spark,
                post("1").tagged("sun"),
                post("2").tagged("sea"),
                post("3").tagged("sky"));
        Dataset<Row> withLate = inTime.union(Posts.rows(
                spark,
                post("4").late(Duration.ofSeconds(1)).tagged("sun"),
                post("5").late(Duration.ofSeconds(1)).tagged("rain"),
                post("2").deleted().received(NOON.plusSeconds(5))));
        for (boolean ofPosts : new boolean[] {false, true}) {
            Dataset<Row> decided = with(none(spark), counted(inTime, none(spark), first, ofPosts));
            Dataset<Row> corrected = counted(withLate, decided, second, ofPosts);

            assertThat(brief(corrected))
                    .containsExactly(
                            ofPosts
                                    ? new String[] {" +10: 4 4 1 4"}
                                    : new String[] {"rain +10: 1 1 1 1", "sea +10: 0 0 0 0", "sun +10: 2 2 1 2"});
            assertThat(brief(counted(
                            withLate,
                            with(decided, corrected),
                            new Interval(second.through(), ALL.through()),
                            ofPosts)))
                    .isEmpty();
        }
    }

    @Test
    void countsNothingOfNothing(SparkSession spark) {
        assertThat(counts(spark, ALL)).isEmpty();
    }
}
