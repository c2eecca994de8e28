package io.groundswell.graph.cooccurrence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;

import io.groundswell.job.Transform;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of gold.hashtag_edges: {@link SignificantEdges} with the mark of those that carry the graph.
 *
 * <p>An edge is of the backbone if at one of its ends {@code (1 − w/s)^(k−1) < level}, with w its Salton weight, s the
 * sum of the weights and k the number of edges at that end (M. Á. Serrano, M. Boguñá and A. Vespignani, Extracting the
 * multiscale backbone of complex weighted networks, PNAS 106(16), 2009). The only edge of a hashtag is always kept.
 *
 * @param width of the windows in seconds
 */
public record Backbone(int width, double level) implements Transform {

    @Override
    public Dataset<Row> apply(Dataset<Row> edges) {
        return edges.join(ends(edges, "a"), usingEnd("a"))
                .join(ends(edges, "b"), usingEnd("b"))
                .select(
                        col("window_start"),
                        lit(width).as("window_width"),
                        col("tag_a"),
                        col("tag_b"),
                        col("support"),
                        col("significance"),
                        col("npmi"),
                        col("salton"),
                        carries("a").or(carries("b")).as("is_backbone"));
    }

    private Column carries(String end) {
        Column others = lit(1.0).minus(col("salton").divide(col("strength_" + end)));
        return col("degree_" + end)
                .equalTo(1)
                .or(pow(others, col("degree_" + end).minus(1)).lt(level));
    }

    private static Dataset<Row> ends(Dataset<Row> edges, String end) {
        return edges.transform(new Strengths()::apply)
                .select(
                        col("window_start").as("window_" + end),
                        col("tag").as("end_" + end),
                        col("degree").as("degree_" + end),
                        col("strength").as("strength_" + end));
    }

    private static Column usingEnd(String end) {
        return col("window_start")
                .equalTo(col("window_" + end))
                .and(col("tag_" + end).equalTo(col("end_" + end)));
    }
}
