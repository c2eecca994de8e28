package io.groundswell.graph.centrality;

import static org.apache.spark.sql.functions.col;

import io.groundswell.job.Transform;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Edges as an engine takes them, {@code a, b, weight}: rows of gold.hashtag_edges with {@link TagIds} for tags. */
public record NumberedEdges(Dataset<Row> ids) implements Transform {

    @Override
    public Dataset<Row> apply(Dataset<Row> edges) {
        return edges.join(
                        end("a"),
                        col("window_start")
                                .equalTo(col("window_a"))
                                .and(col("tag_a").equalTo(col("name_a"))))
                .join(
                        end("b"),
                        col("window_start")
                                .equalTo(col("window_b"))
                                .and(col("tag_b").equalTo(col("name_b"))))
                .select(col("a"), col("b"), col("salton").as("weight"));
    }

    private Dataset<Row> end(String end) {
        return ids.select(
                col("id").as(end),
                col("window_start").as("window_" + end),
                col("tag").as("name_" + end));
    }
}
