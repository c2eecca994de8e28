package io.groundswell.graph.centrality;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.shiftleft;
import static org.apache.spark.sql.functions.unix_seconds;

import io.groundswell.job.Transform;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Vertex ids of the hashtags that have edges: rows of gold.hashtag_edges become {@code id, window_start, tag}. The upper
 * 32 bits of an id count windows since 1970, the lower ones the window's tags in their order, so that an id depends on
 * nothing but the window's own rows.
 *
 * @param width of the windows in seconds
 */
public record TagIds(int width) implements Transform {

    @Override
    public Dataset<Row> apply(Dataset<Row> edges) {
        Column part = floor(unix_seconds(col("window_start")).divide(width));
        Column rank = row_number().over(Window.partitionBy("window_start").orderBy("tag"));
        return edges.select(
                        col("window_start"),
                        explode(array(col("tag_a"), col("tag_b"))).as("tag"))
                .distinct()
                .select(shiftleft(part, 32).plus(rank).as("id"), col("window_start"), col("tag"));
    }
}
