package io.groundswell.ml.topic;

import static org.apache.spark.sql.functions.col;
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
 * Up to {@code maxPosts} posts of silver.posts that have words, each a row of source, post_id, author_id, created_at,
 * words, hashtags and is_held_out. Which posts are in, and which tenth of them is held out, follows from hashes of their
 * keys and the seed alone. Reposts are left out: the same text on both sides would flatter the judgement.
 */
record WordSample(int maxPosts, long seed) implements Transform {
    static final String HASHTAGS = "hashtags";
    static final String IS_HELD_OUT = "is_held_out";
    private static final int HELD_OUT_ONE_IN = 10;

    @Override
    public Dataset<Row> apply(Dataset<Row> posts) {
        return posts.where(col("kind").isNull().or(col("kind").notEqual("repost")))
                .select(
                        col("source"),
                        col("post_id"),
                        col("author_id"),
                        col("created_at"),
                        PostTerms.ofKind(Term.WORD).as(PostTerms.WORDS),
                        PostTerms.ofKind(Term.HASHTAG).as(HASHTAGS),
                        // Of another hash than the sample's: the first of an order would all fall on one side.
                        pmod(hash("held out"), lit(HELD_OUT_ONE_IN)).equalTo(0).as(IS_HELD_OUT))
                .where(size(col(PostTerms.WORDS)).gt(0))
                .orderBy(hash("sample"), col("source"), col("post_id"))
                .limit(maxPosts);
    }

    private Column hash(String purpose) {
        return xxhash64(lit(purpose), lit(seed), col("source"), col("post_id"));
    }
}
