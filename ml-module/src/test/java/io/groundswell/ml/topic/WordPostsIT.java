package io.groundswell.ml.topic;

import static io.groundswell.testing.Posts.NOON;
import static io.groundswell.testing.Posts.post;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Posts;
import io.groundswell.testing.SparkTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class WordPostsIT {

    @Test
    void holdsOutAboutATenth(SparkSession spark) {
        Posts.Builder[] posts = IntStream.range(0, 500)
                .mapToObj(i -> post("p" + i).words("river"))
                .toArray(Posts.Builder[]::new);

        assertThat(heldOut(Posts.rows(spark, posts))).hasSizeBetween(30, 70);
    }

    @Test
    void keepsAnAuthorsPostsOfAnHourOnOneSide(SparkSession spark) {
        // 40 authors with 5 posts each: a side by post would split nearly half of them.
        Posts.Builder[] posts = IntStream.range(0, 200)
                .mapToObj(i -> post("p" + i).words("river").by("a" + i / 5).at(NOON.plus(Duration.ofMinutes(i % 5))))
                .toArray(Posts.Builder[]::new);
        Dataset<Row> split = Posts.rows(spark, posts).transform(new WordPosts(1)::apply);

        assertThat(split.where(WordPosts.IS_HELD_OUT).isEmpty()).isFalse();
        assertThat(split.select("author_id", WordPosts.IS_HELD_OUT).distinct().count())
                .isEqualTo(40);
    }

    @Test
    void keepsASideWhateverComesLater(SparkSession spark) {
        Posts.Builder[] posts = IntStream.range(0, 100)
                .mapToObj(i -> post("p" + i).words("river"))
                .toArray(Posts.Builder[]::new);
        List<String> early = heldOut(Posts.rows(spark, posts).where("post_id < 'p5'"));

        assertThat(early).isNotEmpty();
        assertThat(heldOut(Posts.rows(spark, posts))).containsAll(early);
    }

    @Test
    void holdsWordsAndHashtagsApart(SparkSession spark) {
        Dataset<Row> posts = Posts.rows(
                spark, post("1").tagged("flood").words("river", "boat").tagged("help"));

        Row row = posts.transform(new WordPosts(1)::apply).first();

        assertThat(row.<String>getList(row.fieldIndex("words"))).containsExactly("river", "boat");
        assertThat(row.<String>getList(row.fieldIndex("hashtags"))).containsExactly("flood", "help");
    }

    @Test
    void leavesOutRepostsAndPostsWithoutWords(SparkSession spark) {
        Dataset<Row> posts =
                Posts.rows(spark, post("said").words("river"), post("wordless").tagged("flood"));
        Dataset<Row> repost = Posts.rows(spark, post("repeated").words("river")).withColumn("kind", lit("repost"));

        assertThat(ids(posts.union(repost).transform(new WordPosts(1)::apply))).containsExactly("said");
    }

    private static List<String> heldOut(Dataset<Row> posts) {
        return ids(posts.transform(new WordPosts(1)::apply).where(WordPosts.IS_HELD_OUT));
    }

    private static List<String> ids(Dataset<Row> posts) {
        return posts.select("post_id").as(Encoders.STRING()).collectAsList();
    }
}
