package io.groundswell.features.tfidf;

import static io.groundswell.testing.Posts.post;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Posts;
import io.groundswell.testing.SparkTest;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class TfidfTransformsIT {
    private static final String WORDS_OF_POSTS = "source STRING, post_id STRING, words ARRAY<STRING>";

    @Test
    void takesTheWordsOfAPostAndNothingElse(SparkSession spark) {
        Dataset<Row> posts = Posts.rows(
                spark,
                post("1").tagged("irma").words("storm", "flood"),
                post("2").tagged("irma"),
                post("3"));

        Dataset<Row> words = posts.transform(new PostWords()::apply);
        assertThat(words.columns()).containsExactly("source", "post_id", "words");
        assertThat(words.selectExpr("source", "post_id", "array_join(words, ' ')")
                        .collectAsList())
                .containsExactly(RowFactory.create("x", "1", "storm flood"));
    }

    @Test
    void takesNoWordsOfReposts(SparkSession spark) {
        Dataset<Row> post = Posts.rows(spark, post("1").words("storm"));

        assertThat(post.withColumn("kind", lit("repost"))
                        .transform(new PostWords()::apply)
                        .isEmpty())
                .isTrue();
        assertThat(post.withColumn("kind", lit(null).cast("string"))
                        .transform(new PostWords()::apply)
                        .isEmpty())
                .isFalse();
    }

    @Test
    void samplesTheSamePostsWhateverTheirOrder(SparkSession spark) {
        SampledPosts sample = new SampledPosts(20, 0.3, 7);
        Dataset<Row> posts = numbered(spark, 100);

        List<String> one = ids(posts.repartition(1).transform(sample::apply));
        List<String> other =
                ids(posts.orderBy(posts.col("post_id").desc()).repartition(3).transform(sample::apply));
        assertThat(one).hasSize(20).containsExactlyInAnyOrderElementsOf(other);
    }

    @Test
    void samplesOtherPostsWithAnotherSeed(SparkSession spark) {
        Dataset<Row> posts = numbered(spark, 100);

        assertThat(ids(posts.transform(new SampledPosts(20, 0.3, 7)::apply)))
                .isNotEqualTo(ids(posts.transform(new SampledPosts(20, 0.3, 8)::apply)));
    }

    @Test
    void holdsOutItsShareOfTheSample(SparkSession spark) {
        Dataset<Row> sample = numbered(spark, 2000).transform(new SampledPosts(1000, 0.3, 7)::apply);

        assertThat(sample.where(SampledPosts.IS_HELD_OUT).count()).isBetween(250L, 350L);
    }

    @Test
    void keepsTheCommonWordsTheCommonestFirst(SparkSession spark) {
        Dataset<Row> posts = rows(spark, "storm flood", "flood storm", "flood flood wind", "wind", "rare", "rare");

        assertThat(words(posts, new CommonWords(10, 2))).containsExactly("flood 3", "rare 2", "storm 2", "wind 2");
        assertThat(words(posts, new CommonWords(2, 2))).containsExactly("flood 3", "rare 2");
        assertThat(words(posts, new CommonWords(10, 3))).containsExactly("flood 3");
    }

    private static List<String> words(Dataset<Row> posts, CommonWords common) {
        return posts.transform(common::apply).collectAsList().stream()
                .map(row -> row.getString(0) + " " + row.getLong(1))
                .toList();
    }

    private static List<String> ids(Dataset<Row> posts) {
        return posts.collectAsList().stream().map(row -> row.getString(1)).toList();
    }

    private static Dataset<Row> numbered(SparkSession spark, int posts) {
        return rows(spark, IntStream.range(0, posts).mapToObj(i -> "word" + i).toArray(String[]::new));
    }

    private static Dataset<Row> rows(SparkSession spark, String... texts) {
        List<Row> rows = IntStream.range(0, texts.length)
                .mapToObj(i -> RowFactory.create("x", "post " + i, texts[i].split(" ")))
                .toList();
        return spark.createDataFrame(rows, StructType.fromDDL(WORDS_OF_POSTS));
    }
}
