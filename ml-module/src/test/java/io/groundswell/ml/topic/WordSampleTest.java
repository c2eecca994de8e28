package io.groundswell.ml.topic;

import static io.groundswell.testing.Posts.post;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Posts;
import io.groundswell.testing.SparkTest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class WordSampleTest {

    @Test
    void takesTheSamePostsInWhateverOrderTheyLie(SparkSession spark) {
        Dataset<Row> posts = posts(spark, 200);

        Set<String> sampled = ids(posts.transform(new WordSample(50, 1)::apply));

        assertThat(sampled).hasSize(50);
        assertThat(ids(posts.orderBy(col("post_id").desc()).repartition(5).transform(new WordSample(50, 1)::apply)))
                .isEqualTo(sampled);
        assertThat(ids(posts.transform(new WordSample(50, 2)::apply))).isNotEqualTo(sampled);
    }

    @Test
    void holdsOutAboutATenth(SparkSession spark) {
        Dataset<Row> sample = posts(spark, 1000).transform(new WordSample(500, 1)::apply);

        assertThat(sample.where(WordSample.IS_HELD_OUT).count()).isBetween(30L, 70L);
    }

    @Test
    void holdsWordsAndHashtagsApart(SparkSession spark) {
        Dataset<Row> posts = Posts.rows(
                spark, post("1").tagged("flood").words("river", "boat").tagged("help"));

        Row row = posts.transform(new WordSample(10, 1)::apply).first();

        assertThat(row.<String>getList(row.fieldIndex("words"))).containsExactly("river", "boat");
        assertThat(row.<String>getList(row.fieldIndex("hashtags"))).containsExactly("flood", "help");
    }

    @Test
    void leavesOutRepostsAndPostsWithoutWords(SparkSession spark) {
        Dataset<Row> posts =
                Posts.rows(spark, post("said").words("river"), post("wordless").tagged("flood"));
        Dataset<Row> repost = Posts.rows(spark, post("repeated").words("river")).withColumn("kind", lit("repost"));

        assertThat(ids(posts.union(repost).transform(new WordSample(10, 1)::apply)))
                .containsExactly("said");
    }

    private static Dataset<Row> posts(SparkSession spark, int posts) {
        return Posts.rows(
                spark,
                IntStream.range(0, posts)
                        .mapToObj(i -> post("p" + i).words("river"))
                        .toArray(Posts.Builder[]::new));
    }

    private static Set<String> ids(Dataset<Row> posts) {
        List<String> ids = posts.select("post_id").as(Encoders.STRING()).collectAsList();
        return ids.stream().collect(Collectors.toSet());
    }
}
