package io.groundswell.change;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import io.groundswell.job.Transform;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows with source, author_id and created_at that removals of accounts end, or the others. Removals are few beside
 * posts: they go to where the posts are.
 *
 * @param removals rows of {@link AccountRemovals}
 * @param areEnded whether the posts that are ended are wanted, or those that are not
 */
public record EndedPosts(Dataset<Row> removals, boolean areEnded) implements Transform {
    private static final Column IS_ENDED = col("post.source")
            .equalTo(col("removal.source"))
            .and(col("post.author_id").equalTo(col("removal.author_id")))
            .and(col("post.created_at").leq(col("removal.ends_through")));

    @Override
    public Dataset<Row> apply(Dataset<Row> posts) {
        return posts.as("post").join(broadcast(removals).as("removal"), IS_ENDED, areEnded ? "left_semi" : "left_anti");
    }
}
