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
import io.groundswell.trends.count.ScopeKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
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

    @TempDir
    static Path folder;

    private static Lake scoped;
    private static Lake plain;

    @BeforeAll
    static void run(SparkSession spark) {
        scoped = run(spark, "scoped", List.of(ScopeKind.values()));
        plain = run(spark, "plain", List.of(ScopeKind.ALL));
    }

    private static Lake run(SparkSession spark, String name, List<ScopeKind> scopes) {
        Lake lake = new Lake(folder.resolve(name).toString());
        Table changes = lake.table(Catalogue.POST_CHANGES);
        changes.createIfAbsent(spark);
        changes.append(Posts.rows(spark, feed().toArray(Posts.Builder[]::new)));
        Table frontiers = lake.table(Catalogue.FRONTIERS);
        frontiers.createIfAbsent(spark);
        frontiers.append(spark.createDataFrame(
                List.of(Rows.of(new Frontier("x", "spool", END, "run", NOON))),
                frontiers.spec().schema()));
        TrendSettings settings = new TrendSettings(List.of(Duration.ofMinutes(5)), scopes, 6.0, 5, 0.2, 3, 3.0, 20);
        Job job = new DetectTrends(lake, settings, Cadence.AVAILABLE_NOW);
        job.writes().forEach(table -> table.createIfAbsent(spark));
        job.run(spark);
        return lake;
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
                Posts.Builder post =
                        said("d" + window + "-" + author, "d" + author, start.plusSeconds(author)).in("de");
                posts.add(isBurst ? post.writing("sturm", "Sturm") : post.words("so"));
            }
        }
        return posts;
    }

    private static Posts.Builder said(String id, String author, Instant at) {
        return post(id).by(author).at(at).saying("said in " + id);
    }

    private static List<String> told(SparkSession spark, TableSpec spec, String where, String columns) {
        return scoped.table(spec)
                .read(spark)
                .where(where)
                .orderBy("scope", "window_start")
                .selectExpr("concat_ws(' ', " + columns + ")")
                .as(Encoders.STRING())
                .collectAsList();
    }

    @Test
    void findsInALanguageWhatIsNothingNewInAll(SparkSession spark) {
        assertThat(told(spark, Catalogue.TRENDS, "alarmed AND term = 'sturm'", "scope, display, observed"))
                .containsExactly("language:de Sturm 12");
        assertThat(told(spark, Catalogue.TRENDS, "alarmed AND term = 'goal'", "scope, display, observed"))
                .containsExactly("all Goal 20", "language:en Goal 20", "source:x Goal 20");
    }

    @Test
    void showsPostsOfTheScope(SparkSession spark) {
        assertThat(told(spark, Catalogue.TRENDS, "alarmed AND term = 'sturm'", "sample_post_ids"))
                .containsExactly("x/d6-0 x/d6-1 x/d6-2");
        assertThat(told(spark, Catalogue.STORIES, "state = 'emerging'", "scope, label, authors"))
                .containsExactly(
                        "all #Goal 20", "language:de #Sturm 12", "language:en #Goal 20", "source:x #Goal 20");
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
        for (TableSpec spec : List.of(Catalogue.TERM_COUNTS, Catalogue.TRENDS, Catalogue.STORIES)) {
            assertThat(ContentHash.of(
                            scoped.table(spec).read(spark).where(col("scope").equalTo(TermCount.SCOPE_ALL)),
                            spec.hashed()))
                    .as(spec.name())
                    .isEqualTo(ContentHash.of(plain.table(spec).read(spark), spec.hashed()));
        }
    }
}
