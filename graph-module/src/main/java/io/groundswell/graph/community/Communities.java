package io.groundswell.graph.community;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import io.groundswell.graph.cooccurrence.ExactSum;
import io.groundswell.job.Transform;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Rows of gold.communities, made of rows of gold.hashtags.
 *
 * <p>Modularity is {@code Σ_c (w_c/m − (s_c/2m)²)}: w_c the weight within a community, s_c the summed strength of its
 * members, m the weight of all edges of the window (M. Newman, Analysis of weighted networks, Phys. Rev. E 70, 2004).
 *
 * @param edges rows of gold.hashtag_edges of the same windows
 */
public record Communities(Dataset<Row> edges) implements Transform {
    private static final int TOP = 10;
    /** Ranks that differ by less than the iteration leaves open are equal. */
    private static final int DIGITS = 9;

    private static final String[] KEY = {"window_start", "window_width", "community"};

    @Override
    public Dataset<Row> apply(Dataset<Row> nodes) {
        Column inside = coalesce(col("weight"), lit(0.0));
        Column all = ExactSum.of(col("strength"))
                .over(Window.partitionBy("window_start", "window_width"))
                .cast("double");
        Column share = col("strength").divide(all);
        Column part = lit(2.0).multiply(inside).divide(all).minus(share.multiply(share));
        Column modularity = ExactSum.of(col("part"))
                .over(Window.partitionBy("window_start", "window_width"))
                .cast("double");
        return members(nodes)
                .join(weights(nodes), KEY, "left")
                .select(
                        col("*"),
                        part.as("part"),
                        least(lit(1.0), inside.divide(col("strength").minus(inside)))
                                .as("density"))
                .select(
                        col("window_start"),
                        col("window_width"),
                        col("community"),
                        col("size"),
                        col("top_tags"),
                        col("density"),
                        modularity.as("modularity"));
    }

    private static Dataset<Row> members(Dataset<Row> nodes) {
        Column place = row_number()
                .over(Window.partitionBy("window_start", "window_width", "community")
                        .orderBy(
                                round(col("pagerank"), DIGITS).desc(),
                                col("tag").asc()));
        Column top = collect_list(when(col("place").leq(TOP), struct(col("place"), col("display"))));
        return nodes.select(col("*"), place.as("place"))
                .groupBy("window_start", "window_width", "community")
                .agg(
                        count(lit(1)).cast("int").as("size"),
                        ExactSum.of(col("strength")).cast("double").as("strength"),
                        transform(array_sort(top), tag -> tag.getField("display"))
                                .as("top_tags"));
    }

    /** Returns the weight of the edges within each community. */
    private Dataset<Row> weights(Dataset<Row> nodes) {
        return edges.join(end(nodes, "a"), new String[] {"window_start", "window_width", "tag_a"})
                .join(end(nodes, "b"), new String[] {"window_start", "window_width", "tag_b"})
                .where(col("community_a").equalTo(col("community_b")))
                .groupBy(
                        col("window_start"),
                        col("window_width"),
                        col("community_a").as("community"))
                .agg(ExactSum.of(col("salton")).cast("double").as("weight"));
    }

    private static Dataset<Row> end(Dataset<Row> nodes, String end) {
        return nodes.select(
                col("window_start"),
                col("window_width"),
                col("tag").as("tag_" + end),
                col("community").as("community_" + end));
    }
}
