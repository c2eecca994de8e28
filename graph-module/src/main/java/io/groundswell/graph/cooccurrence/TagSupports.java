package io.groundswell.graph.cooccurrence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.xxhash64;

import io.groundswell.job.Transform;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How often each hashtag was used: {@link TaggedPosts} become {@code window_start, tag_id, tag, support}, with
 * {@code support} in distinct authors and {@code tag_id} the 64-bit hash that stands for the tag in pairs.
 *
 * @param minSupport a tag with less is left out
 */
public record TagSupports(int minSupport) implements Transform {

    @Override
    public Dataset<Row> apply(Dataset<Row> tagged) {
        return tagged.select(
                        col("window_start"), col("author"), explode(col("tags")).as("tag"))
                .groupBy("window_start", "tag")
                .agg(count_distinct(col("author")).as("support"))
                .where(col("support").geq(minSupport))
                .select(col("window_start"), xxhash64(col("tag")).as("tag_id"), col("tag"), col("support"));
    }
}
