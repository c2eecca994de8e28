package io.groundswell.trends.count;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.unix_micros;

import io.groundswell.job.Transform;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What gold.term_counts said last, before an interval, of the windows that it corrects and that are still counted: width, window (start in
 * microseconds), scope, kind, term, posts_before, authors_before.
 */
public record CountsBefore(Windows windows, Interval interval) implements Transform {

    @Override
    public Dataset<Row> apply(Dataset<Row> counts) {
        return counts.filter(interval.follows(col("decided_at")))
                .filter(isCorrected())
                .select(
                        col("window_width").as("width"),
                        unix_micros(col("window_start")).as("window"),
                        col("scope"),
                        col("kind"),
                        col("term"),
                        col("decided_at"),
                        col("posts"),
                        col("authors"))
                .filter(windows.areCounted())
                .groupBy("width", "window", "scope", "kind", "term")
                .agg(
                        max_by(col("posts"), col("decided_at")).as("posts_before"),
                        max_by(col("authors"), col("decided_at")).as("authors_before"));
    }

    /** Conditions on the table's own columns, by start for files that are clustered and by decision for those that came last. */
    private Column isCorrected() {
        Column any = lit(false);
        for (int width : windows.widths()) {
            for (int k = 1; k < Decisions.DELAYS.size(); k++) {
                long from = Decisions.newestEnd(width, k, interval.after());
                // What is decided before in this interval too is compared with that.
                long to = Math.min(
                        Decisions.newestEnd(width, k, interval.through()),
                        Decisions.newestEnd(width, k - 1, interval.after()));
                if (from < to) {
                    any = any.or(col("window_width")
                            .equalTo(lit(width))
                            .and(ends(width, from, to))
                            .and(isOfEarlierDecision(k, from, to)));
                }
            }
        }
        return any;
    }

    /** Returns whether a window of a width ends after one moment and by another. */
    private static Column ends(int width, long after, long by) {
        long length = Decisions.widthMicros(width);
        return new Interval(after - length, by - length).has(col("window_start"));
    }

    /** Returns whether a row is of a decision before the {@code k}-th of a window that ends after one moment and by another. */
    private static Column isOfEarlierDecision(int k, long after, long by) {
        return Decisions.DELAYS.subList(0, k).stream()
                .map(delay -> new Interval(after + delay, by + delay).has(col("decided_at")))
                .reduce(lit(false), Column::or);
    }
}
