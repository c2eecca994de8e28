package io.groundswell.ml.topic;

import static io.groundswell.testing.Posts.NOON;
import static io.groundswell.testing.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Posts;
import io.groundswell.testing.SparkTest;
import java.time.Duration;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class PooledDocumentsIT {

    @Test
    void poolsPostsByHashtagAndHour(SparkSession spark) {
        assertThat(documents(
                        spark,
                        100,
                        post("1").tagged("flood").words("river"),
                        post("2").tagged("flood").words("boat").at(NOON.plus(Duration.ofMinutes(59))),
                        post("3").tagged("flood").words("later").at(NOON.plus(Duration.ofMinutes(60)))))
                .containsExactlyInAnyOrder(List.of("boat", "river"), List.of("later"));
    }

    @Test
    void putsAPostIntoThePoolOfEachOfItsHashtags(SparkSession spark) {
        assertThat(documents(
                        spark,
                        100,
                        post("1").tagged("flood", "help").words("river"),
                        post("2").tagged("help").words("boat")))
                .containsExactlyInAnyOrder(List.of("river"), List.of("boat", "river"));
    }

    @Test
    void letsNoPostIntoMoreThanFivePools(SparkSession spark) {
        assertThat(documents(
                        spark,
                        100,
                        post("1").tagged("a", "b", "c", "d", "e", "f").words("river")))
                .hasSize(5);
    }

    @Test
    void poolsUntaggedPostsByAuthorAndHour(SparkSession spark) {
        assertThat(documents(
                        spark,
                        100,
                        post("1").by("ann").words("river"),
                        post("2").by("ann").words("boat"),
                        post("3").by("bob").words("other")))
                .containsExactlyInAnyOrder(List.of("boat", "river"), List.of("other"));
    }

    @Test
    void leavesUntaggedPostsOfUnknownAuthorsAlone(SparkSession spark) {
        assertThat(documents(
                        spark,
                        100,
                        post("1").by(null).words("river"),
                        post("2").by(null).words("boat")))
                .containsExactlyInAnyOrder(List.of("river"), List.of("boat"));
    }

    @Test
    void keepsTheSameDocumentsOfTooMany(SparkSession spark) {
        Posts.Builder[] posts = {
            post("1").words("a"),
            post("2").words("b"),
            post("3").words("c"),
            post("4").words("d")
        };
        Posts.Builder[] reversed = {posts[3], posts[2], posts[1], posts[0]};

        assertThat(documents(spark, 2, posts)).hasSize(2).isEqualTo(documents(spark, 2, reversed));
    }

    private static List<List<String>> documents(SparkSession spark, int maxDocuments, Posts.Builder... posts) {
        return Posts.rows(spark, posts)
                .transform(new WordPosts(1)::apply)
                .transform(new PooledDocuments(maxDocuments, 1)::apply)
                .collectAsList()
                .stream()
                .map(document -> document.<String>getList(0))
                .toList();
    }
}
