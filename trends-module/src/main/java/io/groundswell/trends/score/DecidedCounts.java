package io.groundswell.trends.score;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;

import io.groundswell.job.Transform;
import io.groundswell.trends.count.Decisions;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of gold.term_counts with times in microseconds, of the windows that a decision after a moment can depend on: as
 * far back as the baseline remembers before the oldest window that may still be corrected then.
 */
public record DecidedCounts(List<Integer> widths, long after) implements Transform {

    @Override
    public Dataset<Row> apply(Dataset<Row> counts) {
        Column isRemembered = widths.stream()
                .map(width -> col("window_width")
                        .equalTo(width)
                        .and(col("window_start").geq(lit(Decisions.instant(oldestWindow(width))))))
                .reduce(lit(false), Column::or);
        return counts.filter(isRemembered)
                .select(
                        col("window_width").as("width"),
                        unix_micros(col("window_start")).as("window"),
                        col("scope"),
                        col("kind"),
                        col("term"),
                        unix_micros(col("decided_at")).as("decided"),
                        col("posts"),
                        col("authors"),
                        col("top_author_posts"),
                        col("texts"),
                        col("learned"),
                        unix_micros(col("capped_since")).as("capped_since"));
    }

    private long oldestWindow(int width) {
        return after - Decisions.lastAfterStart(width) - Baseline.memory(width);
    }
}
