package io.groundswell.graph;

import io.delta.tables.DeltaTable;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import io.groundswell.table.TableSpec;
import io.groundswell.testing.Posts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** A lake whose silver.posts a test fills. */
record Silver(SparkSession spark, Lake lake) {
    private static final List<List<String>> SCENES =
            List.of(List.of("delta", "lakehouse", "spark"), List.of("football", "goal", "worldcup"));

    static Silver in(SparkSession spark, Path folder) {
        Silver silver = new Silver(spark, new Lake(folder.toString()));
        Stream.of(Catalogue.POSTS, Catalogue.HASHTAG_EDGES, Catalogue.HASHTAGS, Catalogue.COMMUNITIES)
                .forEach(spec -> silver.lake.table(spec).createIfAbsent(spark));
        return silver;
    }

    /** Returns posts of 60 authors within an hour: a half uses the tags of one scene, the other half of another. */
    static List<Posts.Builder> twoScenes(Instant from) {
        List<Posts.Builder> posts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            List<String> scene = SCENES.get(i % 2);
            posts.add(Posts.post("p" + i + " of " + from)
                    .by("a" + i)
                    .at(from.plus(Duration.ofMinutes(i)))
                    .tagged(scene.toArray(String[]::new)));
        }
        return posts;
    }

    Silver merge(List<Posts.Builder> posts) {
        table(Catalogue.POSTS).merge(settled(spark, posts));
        return this;
    }

    Silver delete(String condition) {
        DeltaTable.forPath(spark, table(Catalogue.POSTS).path()).delete(condition);
        return this;
    }

    Table table(TableSpec spec) {
        return lake.table(spec);
    }

    Dataset<Row> rows(TableSpec spec) {
        return table(spec).read(spark);
    }

    /** Returns rows of silver.posts. */
    static Dataset<Row> settled(SparkSession spark, List<Posts.Builder> posts) {
        return Posts.rows(spark, posts.toArray(Posts.Builder[]::new))
                .withColumnRenamed("received_at", "changed_at")
                .select(Stream.of(Catalogue.POSTS.schema().fieldNames())
                        .map(functions::col)
                        .toArray(Column[]::new));
    }
}
