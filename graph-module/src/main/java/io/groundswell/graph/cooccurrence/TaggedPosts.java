package io.groundswell.graph.cooccurrence;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.groundswell.job.Transform;
import io.groundswell.model.Term;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The posts that count in the hashtag graph, as {@code window_start, post, author, tags, hashtags,
 * tag_ids}.
 *
 * <p>{@code post}, {@code author} and {@code tag_ids} are 64-bit hashes: integers pass a shuffle at a fraction of the cost of
 * strings. Among 10 million authors of a window two collide with a probability of 3 in a million.
 * A post whose author is unknown is an author of its own. {@code tags} are the canonical hashtags, each once, in order;
 * {@code hashtags} are terms with their display forms.
 *
 * @param width of a window in seconds
 * @param maxTags a post with more different hashtags, and one with none, is left out
 */
public record TaggedPosts(int width, int maxTags) implements Transform {
    @Override
    public Dataset<Row> apply(Dataset<Row> posts) {
        Column seconds = unix_seconds(col("created_at"));
        Column hashtags = filter(col("terms"), term -> term.getField("kind").equalTo(Term.HASHTAG));
        return posts.select(
                        timestamp_seconds(seconds.minus(pmod(seconds, lit(width))))
                                .as("window_start"),
                        xxhash64(col("source"), col("post_id")).as("post"),
                        xxhash64(
                                        col("source"),
                                        col("author_id").isNull(),
                                        when(col("author_id").isNull(), col("post_id"))
                                                .otherwise(col("author_id")))
                                .as("author"),
                        hashtags.as("hashtags"))
                .select(
                        col("window_start"),
                        col("post"),
                        col("author"),
                        sort_array(array_distinct(transform(col("hashtags"), tag -> tag.getField("term"))))
                                .as("tags"),
                        col("hashtags"))
                .where(size(col("tags")).between(1, maxTags))
                .select(col("*"), transform(col("tags"), tag -> xxhash64(tag)).as("tag_ids"));
    }
}
