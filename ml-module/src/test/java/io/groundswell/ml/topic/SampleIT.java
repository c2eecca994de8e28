package io.groundswell.ml.topic;

import static io.groundswell.testing.Posts.NOON;
import static io.groundswell.testing.Posts.post;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Posts;
import io.groundswell.testing.SparkTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@link DistinctSample} and {@link SharedWords}. */
@ExtendWith(SparkTest.class)
class SampleIT {

    @Test
    void takesTheSamePostsInWhateverOrderTheyLie(SparkSession spark) {
        Dataset<Row> posts = posts(spark, 200);

        Set<String> sampled = ids(posts.transform(new DistinctSample(50, 1)::apply));

        assertThat(sampled).hasSize(50);
        assertThat(ids(posts.orderBy(col("post_id").desc()).repartition(5).transform(new DistinctSample(50, 1)::apply)))
                .isEqualTo(sampled);
        assertThat(ids(posts.transform(new DistinctSample(50, 2)::apply))).isNotEqualTo(sampled);
    }

    @Test
    void takesPostsOfTheWholeSpan(SparkSession spark) {
        List<Integer> minutes = posts(spark, 200)
                .transform(new DistinctSample(40, 1)::apply)
                .selectExpr("minute(created_at) + 60 * (hour(created_at) - 12)")
                .as(Encoders.INT())
                .collectAsList();

        assertThat(minutes).anyMatch(minute -> minute < 30).anyMatch(minute -> minute >= 170);
        assertThat(minutes.stream().mapToInt(minute -> minute).average().orElseThrow())
                .isBetween(75.0, 125.0);
    }

    @Test
    void takesATextOnceHoweverManySendIt(SparkSession spark) {
        Dataset<Row> posts = split(
                spark,
                post("1").words("river", "boat"),
                post("2").words("boat", "river"),
                post("3").words("river"),
                post("4").words("river", "boat"));

        Dataset<Row> sample = posts.transform(new DistinctSample(10, 1)::apply);

        assertThat(sample.count()).isEqualTo(2);
        assertThat(ids(posts.repartition(4).transform(new DistinctSample(10, 1)::apply)))
                .isEqualTo(ids(sample));
    }

    @Test
    void knowsNoWordThatOneAuthorAloneSays(SparkSession spark) {
        Dataset<Row> posts = split(
                spark,
                post("1").by("ann").words("river", "secret").tagged("a", "b", "c"),
                post("2").by("ann").words("secret"),
                post("3").by("bob").words("river"),
                post("4").by(null).words("boat"),
                post("5").by(null).words("boat", "river"));

        assertThat(posts.transform(new SharedWords(posts, 10, 2)::apply).collectAsList().stream()
                        .map(row -> row.getString(0) + " " + row.getLong(1)))
                .containsExactly("river 3", "boat 2");
    }

    @Test
    void knowsNoWordThatIsInNoDocument(SparkSession spark) {
        Dataset<Row> posts = split(
                spark,
                post("1").words("river"),
                post("2").words("river", "boat"),
                post("3").words("boat"));

        assertThat(posts.transform(new SharedWords(posts.where("post_id = '1'"), 10, 2)::apply)
                        .collectAsList())
                .containsExactly(RowFactory.create("river", 2L));
    }

    private static Dataset<Row> posts(SparkSession spark, int posts) {
        return split(
                spark,
                IntStream.range(0, posts)
                        .mapToObj(i -> post("p" + i).words("river" + i).at(NOON.plus(Duration.ofMinutes(i))))
                        .toArray(Posts.Builder[]::new));
    }

    private static Dataset<Row> split(SparkSession spark, Posts.Builder... posts) {
        return Posts.rows(spark, posts).transform(new WordPosts(1)::apply);
    }

    private static Set<String> ids(Dataset<Row> posts) {
        return new TreeSet<>(posts.select("post_id").as(Encoders.STRING()).collectAsList());
    }
}
