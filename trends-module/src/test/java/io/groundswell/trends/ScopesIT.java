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
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import io.groundswell.table.TableSpec;
import io.groundswell.testing.Posts;
import io.groundswell.testing.SparkTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nine windows of a feed of which a few write German. In the seventh, from 12:30, twelve of these take up a tag that the
 * others write all the time, and twenty of the others another one.
 */
@ExtendWith(SparkTest.class)
class ScopesIT {
    private static final Instant BURST = NOON.plus(Duration.ofMinutes(30));
    private static final Instant END = NOON.plus(Duration.ofMinutes(46));
    private static final List<String> ALL = List.of(TermCount.SCOPE_ALL);
    private static final List<String> EACH = List.of(TermCount.SCOPE_ALL, "language:de", "language:en", "source:x");
    private static final List<TableSpec> WRITTEN = List.of(Catalogue.TERM_COUNTS, Catalogue.TRENDS, Catalogue.STORIES);

    @TempDir
    static Path folder;

    private static Lake scoped;
    private static Lake plain;

    @BeforeAll
    static void runOnce(SparkSession spark) {
        scoped = lake(spark, "scoped");
        run(spark, scoped, EACH, NOON, END);
        plain = lake(spark, "plain");
        run(spark, plain, ALL, NOON, END);
    }

    private static Lake lake(SparkSession spark, String name) {
        Lake lake = new Lake(folder.resolve(name).toString());
        lake.table(Catalogue.POST_CHANGES).createIfAbsent(spark);
        lake.table(Catalogue.FRONTIERS).createIfAbsent(spark);
        return lake;
    }

    /** Lands what was received from one moment to another, and decides what is due. */
    private static void run(SparkSession spark, Lake lake, List<String> scopes, Instant from, Instant to) {
        lake.table(Catalogue.POST_CHANGES)
                .append(Posts.rows(
                        spark,
                        feed().stream()
                                .filter(post -> !post.change().receivedAt().isBefore(from)
                                        && post.change().receivedAt().isBefore(to))
                                .toArray(Posts.Builder[]::new)));
        Table frontiers = lake.table(Catalogue.FRONTIERS);
        frontiers.append(spark.createDataFrame(
                List.of(Rows.of(new Frontier("x", "spool", to, "run", NOON))),
                frontiers.spec().schema()));
        TrendSettings settings = new TrendSettings(List.of(Duration.ofMinutes(5)), scopes, 6.0, 5, 0.2, 3, 3.0, 20);
        Job job = new DetectTrends(lake, settings, Cadence.AVAILABLE_NOW);
        job.writes().forEach(table -> table.createIfAbsent(spark));
        job.run(spark);
    }

    private static List<Posts.Builder> feed() {
        List<Posts.Builder> posts = new ArrayList<>();
        for (int window = 0; window < 9; window++) {
            Instant start = NOON.plus(Duration.ofMinutes(5L * window));
            boolean isBurst = start.equals(BURST);
            for (int author = 0; author < 60; author++) {
                Posts.Builder post = said("e" + window + "-" + author, "e" + author, start.plusSeconds(author));
                post.in("en").writing("sturm", "STURM");
                posts.add(isBurst && author < 20 ? post.writing("goal", "Goal") : post);
            }
            for (int author = 0; author < 12; author++) {
                Posts.Builder post = said("d" + window + "-" + author, "d" + author, start.plusSeconds(author))
                        .in("de");
                posts.add(isBurst ? post.writing("sturm", "Sturm") : post.words("so"));
            }
        }
        // A German post of the sixth window is edited into English in the seventh.
        posts.add(said("d5-0", "d0", minute(25)).received(minute(33)).in("en").edited("2"));
        return posts;
    }

    private static Instant minute(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private static Posts.Builder said(String id, String author, Instant at) {
        return post(id).by(author).at(at).saying("said in " + id);
    }

    private static List<String> told(SparkSession spark, Lake lake, TableSpec spec, String where, String columns) {
        return lake.table(spec)
                .read(spark)
                .where(where)
                .orderBy("scope", "window_start")
                .selectExpr("concat_ws(' ', " + columns + ")")
                .as(Encoders.STRING())
                .collectAsList();
    }

    @Test
    void findsInALanguageWhatIsNothingNewInAll(SparkSession spark) {
        assertThat(told(spark, scoped, Catalogue.TRENDS, "alarmed AND term = 'sturm'", "scope, display, observed"))
                .containsExactly("language:de Sturm 12");
        assertThat(told(spark, scoped, Catalogue.TRENDS, "alarmed AND term = 'goal'", "scope, display, observed"))
                .containsExactly("all Goal 20", "language:en Goal 20", "source:x Goal 20");
    }

    @Test
    void showsPostsOfTheScope(SparkSession spark) {
        assertThat(told(spark, scoped, Catalogue.TRENDS, "alarmed AND term = 'sturm'", "sample_post_ids"))
                .containsExactly("x/d6-0 x/d6-1 x/d6-2");
        assertThat(told(spark, scoped, Catalogue.STORIES, "state = 'emerging'", "scope, label, authors"))
                .containsExactly("all #Goal 20", "language:de #Sturm 12", "language:en #Goal 20", "source:x #Goal 20");
    }

    @Test
    void findsAgainThePostsThatARowCounted(SparkSession spark) {
        Instant decided = BURST.plusSeconds(310);
        assertThat(new CountedChanges(scoped, "language:de", "hashtag", "sturm", BURST, 300, decided)
                        .read(spark)
                        .count())
                .isEqualTo(12);
        assertThat(new CountedChanges(scoped, "all", "hashtag", "sturm", BURST, 300, decided)
                        .read(spark)
                        .count())
                .isEqualTo(72);
    }

    @Test
    void tellsOfAllPostsTheSameWhetherOrNotScopesAreCounted(SparkSession spark) {
        for (TableSpec spec : WRITTEN) {
            assertThat(ContentHash.of(
                            scoped.table(spec).read(spark).where(col("scope").equalTo(TermCount.SCOPE_ALL)),
                            spec.hashed()))
                    .as(spec.name())
                    .isEqualTo(ContentHash.of(plain.table(spec).read(spark), spec.hashed()));
        }
    }

    @Test
    void tellsTheSameInOneRunAndInMany(SparkSession spark) {
        Lake lake = lake(spark, "many");
        run(spark, lake, EACH, NOON, minute(31));
        run(spark, lake, EACH, minute(31), minute(36));
        run(spark, lake, EACH, minute(36), END);

        for (TableSpec spec : WRITTEN) {
            assertThat(ContentHash.of(lake.table(spec).read(spark), spec.hashed()))
                    .as(spec.name())
                    .isEqualTo(ContentHash.of(scoped.table(spec).read(spark), spec.hashed()));
        }
    }

    @Test
    void movesAPostToTheLanguageThatItIsEditedInto(SparkSession spark) {
        assertThat(told(
                        spark,
                        scoped,
                        Catalogue.TERM_COUNTS,
                        "kind = 'total' AND scope LIKE 'lang%' AND date_format(window_start, 'mm') = '25'",
                        "scope, date_format(decided_at, 'mm'), posts"))
                .containsExactlyInAnyOrder(
                        "language:de 30 12", "language:de 40 11", "language:en 30 60", "language:en 40 61");
    }

    @Test
    @Tag("slow")
    void leavesAloneAScopeThatIsCountedNoMore(SparkSession spark) {
        Lake lake = lake(spark, "less");
        run(spark, lake, EACH, NOON, minute(36));
        run(spark, lake, ALL, minute(36), END);

        assertThat(told(spark, lake, Catalogue.TERM_COUNTS, "scope = 'language:de' AND posts = 0", "term"))
                .isEmpty();
        assertThat(told(spark, lake, Catalogue.TRENDS, "term = 'sturm' AND scope = 'language:de'", "observed, alarmed"))
                .startsWith("12 true")
                .allMatch(row -> row.equals("12 true") || row.equals("0 false"));
    }

    @Test
    @Tag("slow")
    void countsAScopeThatIsAddedLaterFromThenOn(SparkSession spark) {
        Lake lake = lake(spark, "more");
        run(spark, lake, ALL, NOON, minute(21));
        run(spark, lake, EACH, minute(21), END);

        assertThat(told(
                        spark,
                        lake,
                        Catalogue.TERM_COUNTS,
                        "kind = 'total' AND scope = 'language:de' AND learned IS NOT NULL",
                        "date_format(window_start, 'mm')"))
                .containsExactly("20", "25", "30", "35", "40");
        assertThat(told(spark, lake, Catalogue.TRENDS, "alarmed AND term = 'sturm'", "scope, observed"))
                .containsExactly("language:de 12");
    }
}
