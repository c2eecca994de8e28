package io.groundswell.graph;

import static io.groundswell.testing.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.job.JobRunner;
import io.groundswell.job.Outcome;
import io.groundswell.job.PlatformException;
import io.groundswell.model.Run;
import io.groundswell.table.Catalogue;
import io.groundswell.table.ContentHash;
import io.groundswell.table.Lake;
import io.groundswell.table.TableSpec;
import io.groundswell.testing.Posts;
import io.groundswell.testing.SparkTest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
final class BuildGraphIT {
    private static final Instant SUNDAY = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant MONDAY = SUNDAY.plus(Duration.ofDays(1));

    @TempDir
    Path folder;

    @Test
    void buildsTheGraphOfADay(SparkSession spark) {
        Silver silver = Silver.in(spark, folder).merge(Silver.twoScenes(SUNDAY));

        Run run = new JobRunner(silver.lake(), Clock.systemUTC()).run(job(silver), spark);

        assertThat(run.engine()).endsWith("graphx");
        assertThat(run.rows()).isEqualTo(Map.of("tags", 6L, "edges", 6L, "communities", 2L, "windows", 1L));
        assertThat(silver.rows(Catalogue.HASHTAG_EDGES).collectAsList()).allSatisfy(edge -> {
            assertThat(edge.<Long>getAs("support")).isEqualTo(30);
            assertThat(edge.<Double>getAs("npmi")).isCloseTo(1, within(1e-12));
            assertThat(edge.<Double>getAs("salton")).isCloseTo(1, within(1e-12));
        });
        assertThat(silver.rows(Catalogue.HASHTAGS).collectAsList()).allSatisfy(node -> {
            assertThat(node.<Double>getAs("pagerank")).isCloseTo(1 / 6.0, within(1e-9));
            assertThat(node.<Integer>getAs("degree")).isEqualTo(2);
            assertThat(node.<Integer>getAs("window_width")).isEqualTo(86_400);
        });
        List<Row> communities =
                silver.rows(Catalogue.COMMUNITIES).orderBy("community").collectAsList();
        assertThat(communities)
                .extracting(row -> row.getList(4).toString())
                .containsExactly("[delta, lakehouse, spark]", "[football, goal, worldcup]");
        assertThat(communities.get(0).<Double>getAs("modularity")).isCloseTo(0.5, within(1e-12));
    }

    @Test
    @Tag("slow")
    void givesTheSameWhenItBuildsAgain(SparkSession spark) {
        Silver silver = Silver.in(spark, folder).merge(Silver.twoScenes(SUNDAY));
        job(silver).run(spark);
        List<Row> before = nodes(silver);

        assertThat(job(silver).run(spark).rows()).containsEntry("windows", 0L);
        assertThat(nodes(silver)).isEqualTo(before);

        GraphSettings stricter = new GraphSettings(Duration.ofDays(1), 0, 4, 10, 1e-4, 0.05, 0.85);
        assertThat(new BuildGraph(silver.lake(), stricter).run(spark).rows()).containsEntry("windows", 1L);
        assertThat(nodes(silver)).isEqualTo(before);
    }

    @Test
    @Tag("slow")
    void writesTheSameBitsOnAnyNumberOfPartitions(SparkSession spark) {
        List<Posts.Builder> posts = crowd();
        List<String> few = hashes(spark, "2", folder.resolve("few"), posts);

        assertThat(few).noneMatch(hash -> hash.startsWith("0 "));
        assertThat(hashes(spark, "7", folder.resolve("many"), posts)).isEqualTo(few);
    }

    /** Posts of 300 authors in three scenes of eight tags that are used unevenly and stray into one another. */
    private static List<Posts.Builder> crowd() {
        Random random = new Random(5);
        return IntStream.range(0, 300)
                .mapToObj(i -> post("p" + i)
                        .by("a" + i)
                        .at(SUNDAY.plus(Duration.ofMinutes(i)))
                        .tagged(random.ints(3, 0, 8)
                                .mapToObj(tag -> "t" + (random.nextInt(10) == 0 ? random.nextInt(3) : i % 3)
                                        + Math.min(tag, random.nextInt(8)))
                                .distinct()
                                .toArray(String[]::new)))
                .toList();
    }

    private static List<String> hashes(SparkSession spark, String partitions, Path folder, List<Posts.Builder> posts) {
        Silver silver = Silver.in(spark, folder).merge(posts);
        String before = spark.conf().get("spark.sql.shuffle.partitions");
        spark.conf().set("spark.sql.shuffle.partitions", partitions);
        spark.conf().set("spark.sql.adaptive.enabled", "false");
        try {
            new BuildGraph(silver.lake(), new GraphSettings(Duration.ofDays(1), 0, 2, 10, 0.5, 0.05, 0.85)).run(spark);
        } finally {
            spark.conf().set("spark.sql.shuffle.partitions", before);
            spark.conf().unset("spark.sql.adaptive.enabled");
        }
        return Stream.of(Catalogue.HASHTAG_EDGES, Catalogue.HASHTAGS, Catalogue.COMMUNITIES)
                .map(spec -> ContentHash.of(
                        silver.rows(spec), List.of(silver.rows(spec).columns())))
                .map(hash -> hash.rows() + " " + hash.hash())
                .toList();
    }

    @Test
    @Tag("slow")
    void buildsOnlyWindowsWhosePostsHaveChanged(SparkSession spark) {
        Silver silver = Silver.in(spark, folder).merge(Silver.twoScenes(SUNDAY)).merge(Silver.twoScenes(MONDAY));
        assertThat(job(silver).run(spark).rows()).containsEntry("windows", 2L);

        silver.delete("created_at < '2026-03-02'")
                .merge(List.of(post("late").at(SUNDAY.minus(Duration.ofDays(1))).tagged("delta")));

        assertThat(job(silver).run(spark).rows()).containsEntry("windows", 2L).containsEntry("tags", 0L);
        for (TableSpec spec : List.of(Catalogue.HASHTAG_EDGES, Catalogue.HASHTAGS, Catalogue.COMMUNITIES)) {
            assertThat(silver.rows(spec).select("window_start").distinct().collectAsList())
                    .extracting(row -> row.getTimestamp(0).toInstant())
                    .containsExactly(MONDAY);
        }
    }

    @Test
    void buildsNothingOfNothing(SparkSession spark) {
        Silver silver = Silver.in(spark, folder)
                .merge(List.of(post("1").words("no", "tags"), post("2").tagged("lonely")));

        Outcome outcome = job(silver).run(spark);

        assertThat(outcome.rows()).isEqualTo(Map.of("tags", 0L, "edges", 0L, "communities", 0L, "windows", 1L));
        assertThat(silver.rows(Catalogue.HASHTAGS).isEmpty()).isTrue();
    }

    @Test
    void saysWhatIsMissing(SparkSession spark) {
        BuildGraph job = new BuildGraph(new Lake(folder.resolve("none").toString()), GraphSettings.DEFAULT);

        assertThatThrownBy(() -> job.run(spark))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("silver.posts")
                .hasMessageContaining("settle-posts");
    }

    private static BuildGraph job(Silver silver) {
        return new BuildGraph(silver.lake(), GraphSettings.DEFAULT);
    }

    private static List<Row> nodes(Silver silver) {
        return silver.rows(Catalogue.HASHTAGS)
                .selectExpr("window_start", "tag", "display", "support", "degree", "round(pagerank, 6)", "community")
                .orderBy("window_start", "tag")
                .collectAsList();
    }
}
