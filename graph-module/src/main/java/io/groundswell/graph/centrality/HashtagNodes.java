package io.groundswell.graph.centrality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.groundswell.job.Transform;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of gold.hashtags: {@code window_start, tag, pagerank, community} with what else is known of these hashtags.
 * Hashtags without an edge are in no graph and have no row.
 *
 * @param supports {@code window_start, tag, support}
 * @param displays {@code window_start, tag, display}
 * @param strengths {@code window_start, tag, degree, strength}
 * @param width of the windows in seconds
 */
public record HashtagNodes(Dataset<Row> supports, Dataset<Row> displays, Dataset<Row> strengths, int width)
        implements Transform {
    private static final String[] KEY = {"window_start", "tag"};

    @Override
    public Dataset<Row> apply(Dataset<Row> ranked) {
        return ranked.join(supports, KEY)
                .join(displays, KEY)
                .join(strengths, KEY)
                .select(
                        col("window_start"),
                        lit(width).as("window_width"),
                        col("tag"),
                        col("display"),
                        col("support"),
                        col("degree"),
                        col("strength"),
                        col("pagerank"),
                        col("community"));
    }
}
