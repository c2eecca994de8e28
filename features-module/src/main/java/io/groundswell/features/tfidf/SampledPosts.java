package io.groundswell.features.tfidf;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import io.groundswell.job.Transform;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * At most {@code maxPosts} of the posts, with {@code is_held_out}. Which ones depends on the seed and the posts' ids
 * alone, never on files, partitions or the order of arrival.
 */
record SampledPosts(int maxPosts, double heldOutShare, long seed) implements Transform {
    static final String IS_HELD_OUT = "is_held_out";

    private static final int BUCKETS = 1_000_000;

    @Override
    public Dataset<Row> apply(Dataset<Row> posts) {
        Column rank = xxhash64(lit(seed), col("source"), col("post_id"));
        // Another hash than the rank's: the sample is the posts of low rank, so their rank says nothing new.
        Column bucket = pmod(xxhash64(col("post_id"), col("source"), lit(seed)), lit(BUCKETS));
        return posts.orderBy(rank, col("source"), col("post_id"))
                .limit(maxPosts)
                .select(
                        col("source"),
                        col("post_id"),
                        col(PostWords.WORDS),
                        bucket.lt(lit(Math.round(heldOutShare * BUCKETS))).as(IS_HELD_OUT));
    }
}
