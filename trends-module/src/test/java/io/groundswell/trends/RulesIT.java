package io.groundswell.trends;

import static io.groundswell.testing.Posts.NOON;
import static io.groundswell.testing.Posts.post;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.job.Cadence;
import io.groundswell.job.Job;
import io.groundswell.model.Frontier;
import io.groundswell.model.TermCount;
import io.groundswell.table.Catalogue;
import io.groundswell.table.ContentHash;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import io.groundswell.table.TableSpec;
import io.groundswell.testing.Posts;
import io.groundswell.testing.SparkTest;
import io.groundswell.trends.rule.Rule;
import io.groundswell.trends.rule.RuleBook;
import io.groundswell.trends.rule.RuleSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nine windows of a small feed. In the seventh, from 12:30, a swarm and a crowd take up a tag each, and go on. The swarm is
 * blocked at 12:40, the crowd's tag muted at 12:42. A few take up two more tags, of which one is watched.
 */
@ExtendWith(SparkTest.class)
class RulesIT {
    private static final TrendSettings SETTINGS =
            new TrendSettings(List.of(Duration.ofMinutes(5)), List.of(TermCount.SCOPE_ALL), 6.0, 5, 0.2, 3, 3.0, 20);
    private static final Instant BURST = minute(30);
    private static final Instant BLOCKED = minute(40);
    private static final Instant MUTED = minute(42);
    private static final Rule SWARM = new Rule("block", "pattern", null, "(?i)^buy .* now");
    private static final Rule CROWD = new Rule("mute", "hashtag", null, "storm");
    private static final Rule NICHE = new Rule("watch", "hashtag", null, "quake", 1.0, 3);
    private static final List<TableSpec> WRITTEN = List.of(Catalogue.TERM_COUNTS, Catalogue.TRENDS);

    @TempDir
    static Path once;

    private static Lake inOneRun;

    @TempDir
    Path folder;

    private static Instant minute(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    @BeforeAll
    static void runOnce(SparkSession spark) {
        inOneRun = new Lake(once.toString());
        rule(spark, inOneRun, NICHE, NOON, Optional.of(NOON));
        rule(spark, inOneRun, SWARM, NOON, Optional.of(BLOCKED));
        rule(spark, inOneRun, CROWD, NOON, Optional.of(MUTED));
        land(spark, inOneRun, NOON, minute(56));
        job(spark, inOneRun, Cadence.AVAILABLE_NOW).run(spark);
    }

    /** Adds a rule as somebody does whose clock shows a time. */
    private static void rule(SparkSession spark, Lake lake, Rule rule, Instant now, Optional<Instant> from) {
        new RuleBook(lake, RuleSettings.DEFAULT, Clock.fixed(now, ZoneOffset.UTC)).add(spark, rule, null, from);
    }

    /** Lands the posts between two moments, and says that all has been received until the second. */
    private static void land(SparkSession spark, Lake lake, Instant from, Instant to) {
        Table changes = lake.table(Catalogue.POST_CHANGES);
        changes.createIfAbsent(spark);
        changes.append(Posts.rows(
                spark,
                feed().filter(post -> !post.change().createdAt().isBefore(from)
                                && post.change().createdAt().isBefore(to))
                        .toArray(Posts.Builder[]::new)));
        Table frontiers = lake.table(Catalogue.FRONTIERS);
        frontiers.createIfAbsent(spark);
        frontiers.append(spark.createDataFrame(
                List.of(Rows.of(new Frontier("x", "spool", to, "run", NOON))),
                frontiers.spec().schema()));
    }

    private static Stream<Posts.Builder> feed() {
        List<Posts.Builder> posts = new ArrayList<>();
        for (int window = 0; window < 9; window++) {
            for (int author = 0; author < 14; author++) {
                Instant at = minute(5 * window).plusSeconds(author);
                String id = window + "-" + author;
                posts.add(post("c" + id)
                        .by("c" + author)
                        .at(at)
                        .saying("so " + id)
                        .words("so"));
                if (!at.isBefore(BURST)) {
                    posts.add(post("s" + id)
                            .by("s" + author)
                            .at(at)
                            .saying("Buy " + id + " now")
                            .tagged("deal"));
                    posts.add(post("h" + id)
                            .by("h" + author)
                            .at(at)
                            .saying("wind " + id)
                            .tagged("storm"));
                }
                if (!at.isBefore(BURST) && author < 3) {
                    posts.add(post("n" + id)
                            .by("n" + author)
                            .at(at)
                            .saying("shakes " + id)
                            .tagged("quake", "drill"));
                }
            }
        }
        return posts.stream();
    }

    private static Job job(SparkSession spark, Lake lake, Cadence cadence) {
        Job job = new DetectTrends(lake, SETTINGS, cadence);
        job.writes().forEach(table -> table.createIfAbsent(spark));
        return job;
    }

    private static List<ContentHash> hashes(SparkSession spark, Lake lake) {
        return WRITTEN.stream()
                .map(spec -> ContentHash.of(lake.table(spec).read(spark), spec.hashed()))
                .toList();
    }

    private static List<String> told(SparkSession spark, TableSpec spec, String term, String columns) {
        return inOneRun.table(spec)
                .read(spark)
                .filter(col("term").equalTo(term))
                .orderBy("window_start", "decided_at")
                .selectExpr("concat_ws(' ', date_format(window_start, 'mm'), date_format(decided_at, 'mm:ss'), "
                        + columns + ")")
                .as(Encoders.STRING())
                .collectAsList();
    }

    @Test
    void countsWhatIsBlockedNoMoreFromTheNextDecisionOn(SparkSession spark) {
        assertThat(told(spark, Catalogue.TERM_COUNTS, "deal", "posts, authors, blocked_posts"))
                .containsExactly("30 35:10 14 14 0", "30 45:00 0 0 14");
        assertThat(told(spark, Catalogue.TRENDS, "deal", "observed, alarmed, state"))
                .startsWith("30 35:10 14 true emerging", "30 45:00 0 false over")
                .noneMatch(row -> row.startsWith("35") && row.contains("true"));
        assertThat(told(spark, Catalogue.TERM_COUNTS, "", "posts, blocked_posts"))
                .contains("25 30:10 14 0", "30 35:10 45 0", "30 45:00 31 14", "35 40:10 31 14", "40 45:10 31 14");
    }

    @Test
    void findsAgainWhatCountedByTheRulesOfTheMoment(SparkSession spark) {
        assertThat(counted(spark, minute(35).plusSeconds(10))).isEqualTo(14);
        assertThat(counted(spark, minute(45))).isZero();
    }

    private static long counted(SparkSession spark, Instant decided) {
        return new CountedChanges(inOneRun, TermCount.SCOPE_ALL, "hashtag", "deal", BURST, 300, decided)
                .read(spark)
                .count();
    }

    @Test
    void countsWhatIsMutedAndSaysWhichRuleKeptItSilent(SparkSession spark) {
        assertThat(told(spark, Catalogue.TERM_COUNTS, "storm", "posts, learned IS NULL"))
                .containsExactly("30 35:10 14 false", "35 40:10 14 false", "40 45:10 14 false");
        assertThat(told(spark, Catalogue.TRENDS, "storm", "observed, alarmed, coalesce(muted_by, '-')"))
                .startsWith("30 35:10 14 true -", "35 40:10 14 true -", "40 45:10 14 false r3");
    }

    @Test
    void raisesAnAlarmOfAWatchedTermByItsOwnThresholds(SparkSession spark) {
        assertThat(told(spark, Catalogue.TRENDS, "quake", "observed, alarmed, threshold, watched_by"))
                .startsWith("30 35:10 3 true 1.0 r1");
        assertThat(told(spark, Catalogue.TERM_COUNTS, "drill", "authors")).startsWith("30 35:10 3");
        assertThat(told(spark, Catalogue.TRENDS, "drill", "observed")).isEmpty();
    }

    @Test
    @Tag("slow")
    void givesTheSameWhereRulesAreAddedWhileItRunsAndBetweenRuns(SparkSession spark) throws InterruptedException {
        Lake lake = new Lake(folder.toString());
        rule(spark, lake, NICHE, NOON, Optional.of(NOON));
        land(spark, lake, NOON, minute(40));
        Job goingOn = job(spark, lake, Cadence.every(Duration.ofMillis(100)));
        Thread running = new Thread(() -> goingOn.run(spark));
        running.start();
        try {
            await(spark, lake, running, minute(35));
            rule(spark, lake, SWARM, BLOCKED, Optional.empty());
            land(spark, lake, minute(40), minute(41));
            await(spark, lake, running, minute(40));
        } finally {
            running.interrupt();
            running.join();
        }
        rule(spark, lake, CROWD, MUTED, Optional.empty());
        land(spark, lake, minute(41), minute(56));
        job(spark, lake, Cadence.AVAILABLE_NOW).run(spark);

        assertThat(hashes(spark, lake)).isEqualTo(hashes(spark, inOneRun));
    }

    /** Waits until a moment is decided. */
    private static void await(SparkSession spark, Lake lake, Thread running, Instant moment)
            throws InterruptedException {
        while (running.isAlive() && DetectTrends.decidedThrough(lake, spark) < Micros.of(moment)) {
            Thread.sleep(100);
        }
        assertThat(running.isAlive()).isTrue();
    }
}
