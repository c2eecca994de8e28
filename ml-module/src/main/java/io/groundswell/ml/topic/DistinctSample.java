package io.groundswell.ml.topic;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.xxhash64;

import io.groundswell.job.Transform;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Up to {@code maxPosts} of {@link WordPosts}, those whose keys have the least hashes, whenever they were posted and in
 * whatever order they lie. Of those with the same words one is kept: a text that a thousand accounts send says no more of
 * what people speak about than a text that one sends.
 */
record DistinctSample(int maxPosts, long seed) implements Transform {

    @Override
    public Dataset<Row> apply(Dataset<Row> posts) {
        Column rank = struct(
                xxhash64(lit("sample"), lit(seed), col("source"), col("post_id")), col("source"), col("post_id"));
        return posts.orderBy(rank)
                .limit(maxPosts)
                .select(
                        array_sort(col(PostTerms.WORDS)).as("text"),
                        rank.as("rank"),
                        struct("*").as("post"))
                .groupBy("text")
                .agg(min_by(col("post"), col("rank")).as("post"))
                .select("post.*");
    }
}
