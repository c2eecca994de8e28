package io.groundswell.graph;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.groundswell.job.Transform;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The hashtags most closely related to one: rows of gold.hashtag_edges become {@code tag, npmi, salton, support,
 * window_start, window_width} of the newest window in which it has edges, by NPMI, largest first.
 *
 * @param tag in canonical form
 * @param limit rows at most
 */
public record RelatedTags(String tag, int limit) implements Transform {
    public RelatedTags {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be >= 1, was " + limit);
        }
    }

    @Override
    public Dataset<Row> apply(Dataset<Row> edges) {
        Dataset<Row> itsOwn =
                edges.where(col("tag_a").equalTo(tag).or(col("tag_b").equalTo(tag)));
        Dataset<Row> newest =
                itsOwn.agg(max(struct("window_start", "window_width")).as("newest"));
        return itsOwn.join(newest, struct("window_start", "window_width").equalTo(col("newest")))
                .select(
                        when(col("tag_a").equalTo(tag), col("tag_b"))
                                .otherwise(col("tag_a"))
                                .as("tag"),
                        col("npmi"),
                        col("salton"),
                        col("support"),
                        col("window_start"),
                        col("window_width"))
                .orderBy(col("npmi").desc(), col("support").desc(), col("tag").asc())
                .limit(limit);
    }
}
