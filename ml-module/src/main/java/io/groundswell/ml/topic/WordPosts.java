package io.groundswell.ml.topic;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.xxhash64;

import io.groundswell.job.Transform;
import io.groundswell.model.Term;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The posts of silver.posts that have words and are no reposts: source, post_id, author_id, created_at, words, hashtags and
 * is_held_out. A tenth is held out, by a hash over what is pooled: an author's posts of one hour stand on one side (those
 * of an unknown author each for itself). The side of a post follows from the post and the seed alone, so it is the same
 * in every later fit: what one model has learnt from does not come to judge the next.
 */
record WordPosts(long seed) implements Transform {
    static final String HASHTAGS = "hashtags";
    static final String IS_HELD_OUT = "is_held_out";
    private static final int HELD_OUT_ONE_IN = 10;

    @Override
    public Dataset<Row> apply(Dataset<Row> posts) {
        Column side = xxhash64(
                lit("held out"),
                lit(seed),
                col("source"),
                col("author_id").isNull(),
                coalesce(col("author_id"), col("post_id")),
                date_trunc("hour", col("created_at")));
        return posts.where(col("kind").isNull().or(col("kind").notEqual("repost")))
                .select(
                        col("source"),
                        col("post_id"),
                        col("author_id"),
                        col("created_at"),
                        PostTerms.ofKind(Term.WORD).as(PostTerms.WORDS),
                        PostTerms.ofKind(Term.HASHTAG).as(HASHTAGS),
                        pmod(side, lit(HELD_OUT_ONE_IN)).equalTo(0).as(IS_HELD_OUT))
                .where(size(col(PostTerms.WORDS)).gt(0));
    }
}
