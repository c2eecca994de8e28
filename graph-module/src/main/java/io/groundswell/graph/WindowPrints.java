package io.groundswell.graph;

import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import io.groundswell.graph.cooccurrence.TaggedPosts;
import io.groundswell.job.Transform;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A fingerprint of each window: {@link TaggedPosts} become {@code window_start, print}. It changes where a post comes,
 * goes or is edited so that the graph may change.
 */
record WindowPrints() implements Transform {

    @Override
    public Dataset<Row> apply(Dataset<Row> tagged) {
        return tagged.groupBy("window_start")
                .agg(
                        count(lit(1)).as("posts"),
                        bit_xor(xxhash64(col("post"), col("author"), col("hashtags")))
                                .as("hash"))
                .select(col("window_start"), xxhash64(col("posts"), col("hash")).as("print"));
    }
}
