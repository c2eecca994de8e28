package io.groundswell.graph.cooccurrence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.struct;

import io.groundswell.job.Transform;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How each hashtag is written: {@link TaggedPosts} become {@code window_start, tag, display}, the form of most
 * authors; of equals, the smallest.
 */
public record Displays() implements Transform {

    @Override
    public Dataset<Row> apply(Dataset<Row> tagged) {
        return tagged.select(
                        col("window_start"),
                        col("author"),
                        explode(col("hashtags")).as("hashtag"))
                .groupBy(
                        col("window_start"),
                        col("hashtag.term").as("tag"),
                        col("hashtag.display").as("display"))
                .agg(count_distinct(col("author")).as("authors"))
                .groupBy("window_start", "tag")
                .agg(min(struct(negate(col("authors")), col("display"))).as("first"))
                .select(col("window_start"), col("tag"), col("first.display").as("display"));
    }
}
