package io.groundswell.trends.score;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unix_micros;

import io.groundswell.job.Transform;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of gold.trends as decisions go through them: scope, kind, term, width, then window, decided and trend_start in
 * microseconds, then display, posts, observed, evidence, alarmed, state, shown and story_id.
 */
public record TrendRows() implements Transform {
    @Override
    public Dataset<Row> apply(Dataset<Row> trends) {
        return trends.select(
                col("scope"),
                col("kind"),
                col("term"),
                col("window_width").as("width"),
                unix_micros(col("window_start")).as("window"),
                unix_micros(col("decided_at")).as("decided"),
                unix_micros(col("trend_start")).as("trend_start"),
                col("display"),
                col("posts"),
                col("observed"),
                col("evidence"),
                col("alarmed"),
                col("state"),
                col("shown"),
                col("story_id"));
    }
}
