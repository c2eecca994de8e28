package io.groundswell.graph.cooccurrence;

import static io.groundswell.testing.Posts.NOON;
import static io.groundswell.testing.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.groundswell.testing.Posts;
import io.groundswell.testing.SparkTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
final class CoOccurrencesIT {

    @Test
    void countsAuthorHours(SparkSession spark) {
        // tag_a, tag_b, support, support_a, support_b, total, tests
        assertThat(pairs(
                        spark,
                        1,
                        post("1").by("ann").tagged("spark", "delta"),
                        post("2").by("bob").tagged("delta", "spark", "kafka"),
                        post("3").by("cid").tagged("spark"),
                        post("4").by("dan").words("spark")))
                .containsExactlyInAnyOrder(
                        RowFactory.create("delta", "spark", 2L, 2L, 3L, 3L, 3.0),
                        RowFactory.create("delta", "kafka", 1L, 2L, 1L, 3L, 3.0),
                        RowFactory.create("kafka", "spark", 1L, 1L, 3L, 3L, 3.0));
    }

    @Test
    void countsOneAuthorOnce(SparkSession spark) {
        Posts.Builder[] spam = IntStream.range(0, 50)
                .mapToObj(i -> post("s" + i).by("bot").at(NOON.plusSeconds(i)).tagged("buy", "now"))
                .toArray(Posts.Builder[]::new);
        assertThat(pairs(spark, 1, spam)).containsExactly(RowFactory.create("buy", "now", 1L, 1L, 1L, 1L, 1.0));

        assertThat(pairs(
                        spark,
                        1,
                        post("1").by("bot").tagged("buy", "now"),
                        post("2").by("bot").at(NOON.plus(Duration.ofHours(3))).tagged("buy", "now"),
                        post("3").by("ann").tagged("buy", "now")))
                .containsExactly(RowFactory.create("buy", "now", 2L, 2L, 2L, 2L, 1.0));
    }

    @Test
    void takesAPostOfAnUnknownAuthorForAnAuthorOfItsOwn(SparkSession spark) {
        assertThat(pairs(
                        spark,
                        1,
                        post("1").by(null).tagged("a", "b"),
                        post("2").by(null).tagged("a", "b"),
                        post("3").by("1").tagged("a", "b")))
                .containsExactly(RowFactory.create("a", "b", 3L, 3L, 3L, 3L, 1.0));
    }

    @Test
    void leavesOutPostsWithTooManyTagsAndRarePairs(SparkSession spark) {
        String[] many = IntStream.range(0, 11).mapToObj(i -> "t" + i).toArray(String[]::new);
        assertThat(pairs(
                        spark,
                        2,
                        post("1").tagged(many),
                        post("2").tagged(many),
                        post("3").tagged("a", "b"),
                        post("4").tagged("a", "b"),
                        post("5").tagged("a", "c")))
                .containsExactly(RowFactory.create("a", "b", 2L, 3L, 2L, 3L, 1.0));
    }

    @Test
    void keepsWindowsApart(SparkSession spark) {
        Dataset<Row> rows = tagged(
                        spark,
                        post("1").at(NOON).tagged("a", "b"),
                        post("2").at(NOON.plus(Duration.ofHours(12))).tagged("a", "b"))
                .transform(CoOccurrencesIT::counted);

        assertThat(rows.select("window_start", "support").collectAsList())
                .extracting(row -> row.getTimestamp(0).toInstant().toString(), row -> row.getLong(1))
                .containsExactlyInAnyOrder(tuple("2026-03-01T00:00:00Z", 1L), tuple("2026-03-02T00:00:00Z", 1L));
    }

    private static Dataset<Row> counted(Dataset<Row> tagged) {
        return tagged.transform(new CoOccurrences(tagged.transform(new TagSupports(1)::apply), 1)::apply);
    }

    private static List<Row> pairs(SparkSession spark, int minSupport, Posts.Builder... posts) {
        Dataset<Row> tagged = tagged(spark, posts);
        return tagged.transform(
                        new CoOccurrences(tagged.transform(new TagSupports(minSupport)::apply), minSupport)::apply)
                .drop("window_start")
                .collectAsList();
    }

    private static Dataset<Row> tagged(SparkSession spark, Posts.Builder... posts) {
        return Posts.rows(spark, posts).transform(new TaggedPosts(86_400, 10)::apply);
    }
}
