package io.groundswell.graph.cooccurrence;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import io.groundswell.job.Transform;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The hashtags at the ends of edges: rows with {@code window_start, tag_a, tag_b, salton} become {@code window_start,
 * tag, degree, strength}, the number and the summed Salton weights of a tag's edges.
 */
public record Strengths() implements Transform {

    @Override
    public Dataset<Row> apply(Dataset<Row> edges) {
        return edges.select(
                        col("window_start"),
                        explode(array(col("tag_a"), col("tag_b"))).as("tag"),
                        col("salton"))
                .groupBy("window_start", "tag")
                .agg(
                        count(lit(1)).cast("int").as("degree"),
                        ExactSum.of(col("salton")).cast("double").as("strength"));
    }
}
