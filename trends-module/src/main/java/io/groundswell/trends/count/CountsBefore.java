package io.groundswell.trends.count;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.unix_micros;

import io.groundswell.job.Transform;
import io.groundswell.table.Micros;
import java.util.Collections;
import java.util.stream.IntStream;
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
        long oldest = interval.after() - Decisions.lastAfterStart(Collections.max(windows.widths()));
        return counts.filter(col("window_start").geq(lit(Micros.instant(oldest))))
                .filter(interval.follows(col("decided_at")))
                .filter(isDecidedBefore())
                .select(
                        col("window_width").as("width"),
                        unix_micros(col("window_start")).as("window"),
                        col("scope"),
                        col("kind"),
                        col("term"),
                        col("decided_at"),
                        col("posts"),
                        col("authors"))
                .filter(windows.areCounted().and(isCorrected()))
                .groupBy("width", "window", "scope", "kind", "term")
                .agg(
                        max_by(col("posts"), col("decided_at")).as("posts_before"),
                        max_by(col("authors"), col("decided_at")).as("authors_before"));
    }

    /** When the windows that are corrected were decided before: a condition on the table's own columns, so that files are skipped. */
    private Column isDecidedBefore() {
        Column any = lit(false);
        for (int width : windows.widths()) {
            for (int k = 1; k < Decisions.DELAYS.size(); k++) {
                long from = Decisions.newestEnd(width, k, interval.after());
                long to = Decisions.newestEnd(width, k, interval.through());
                if (from < to) {
                    any = any.or(col("window_width").equalTo(lit(width)).and(isOfEarlierDecision(k, from, to)));
                }
            }
        }
        return any;
    }

    /** Returns whether a row is of a decision before the {@code k}-th of a window that ends after one moment and by another. */
    private static Column isOfEarlierDecision(int k, long from, long to) {
        return Decisions.DELAYS.subList(0, k).stream()
                .map(delay -> new Interval(from + delay, to + delay).has(col("decided_at")))
                .reduce(lit(false), Column::or);
    }

    private Column isCorrected() {
        return IntStream.range(1, Decisions.DELAYS.size())
                .mapToObj(k -> Mentions.moment(k - 1)
                        .leq(lit(interval.after()))
                        .and(Mentions.moment(k).gt(lit(interval.after())))
                        .and(Mentions.moment(k).leq(lit(interval.through()))))
                .reduce(lit(false), Column::or);
    }
}
