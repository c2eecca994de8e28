package io.groundswell.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.groundswell.job.Outcome;
import io.groundswell.table.Catalogue;
import io.groundswell.testing.SparkTest;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The job on 17,740 real posts, where they are at hand. */
@Tag("slow")
@ExtendWith(SparkTest.class)
final class RealPostsIT {
    private static final Path POSTS =
            Path.of(System.getProperty("groundswell.data", "no-real-posts"), "x-disasters-2017.jsonl.gz");

    private static final GraphSettings WEEKS = new GraphSettings(Duration.ofDays(7), 0, 3, 10, 1e-4, 0.05, 0.85);

    @TempDir
    Path folder;

    @Test
    void findsTheScenesOfRealPosts(SparkSession spark) {
        assumeThat(POSTS).as("the data set of real posts is not here").exists();
        Silver silver = Silver.in(spark, folder);
        silver.table(Catalogue.POSTS).append(posts(spark));

        Outcome outcome = new BuildGraph(silver.lake(), WEEKS).run(spark);

        assertThat(outcome.rows().get("edges")).isBetween(10L, 500L);
        assertThat(silver.rows(Catalogue.HASHTAGS)
                        .groupBy("window_start")
                        .sum("pagerank")
                        .collectAsList())
                .allSatisfy(row -> assertThat(row.getDouble(1)).isCloseTo(1, within(1e-9)));
        assertThat(silver.rows(Catalogue.HASHTAG_EDGES)
                        .where("tag_a = 'earthquake' AND tag_b = 'mexico'")
                        .isEmpty())
                .isFalse();
    }

    private static Dataset<Row> posts(SparkSession spark) {
        return spark.read()
                .json(POSTS.toString())
                .selectExpr(
                        "'x' AS source",
                        "data.id AS post_id",
                        "data.id AS version",
                        "data.author_id AS author_id",
                        "timestamp(data.created_at) AS created_at",
                        "timestamp(data.created_at) AS changed_at",
                        "CAST(NULL AS STRING) AS language",
                        "data.text AS text",
                        """
                        coalesce(transform(data.entities.hashtags, h ->
                            struct('hashtag' AS kind, lower(h.tag) AS term, h.tag AS display)), array()) AS terms
                        """,
                        "CAST(array() AS ARRAY<STRING>) AS mentions",
                        "CAST(array() AS ARRAY<STRING>) AS links",
                        "'post' AS kind")
                .dropDuplicates("post_id");
    }
}
