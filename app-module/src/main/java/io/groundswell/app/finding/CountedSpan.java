package io.groundswell.app.finding;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.groundswell.model.TermCount;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.count.ScopeKind;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What gold.term_counts spans of a scope, in microseconds.
 *
 * @param from start of the first window that has a row
 * @param newest start of the last window that has a row
 * @param decided the newest decision of any scope
 */
public record CountedSpan(long from, long newest, long decided) {

    /**
     * Returns the span; all 0 where nothing was counted.
     *
     * @throws io.groundswell.job.PlatformException if there is no such table
     */
    public static CountedSpan of(SparkSession spark, Lake lake, String scope) {
        Dataset<Row> counts = lake.table(Catalogue.TERM_COUNTS).read(spark);
        // Of the whole table, which its log alone can tell.
        Row all = span(counts);
        // Of a scope that was added later, first decisions say since when.
        Row of = ScopeKind.ALL.has(scope) ? all : span(counts.where(firstTotals(scope)));
        return of.isNullAt(0)
                ? new CountedSpan(0, 0, 0)
                : new CountedSpan(micros(of, 0), micros(of, 1), micros(all, 2));
    }

    private static Row span(Dataset<Row> counts) {
        return counts.agg(min("window_start"), max("window_start"), max("decided_at"))
                .head();
    }

    private static Column firstTotals(String scope) {
        return col("scope")
                .equalTo(scope)
                .and(col("kind").equalTo(TermCount.TOTAL))
                .and(col("learned").isNotNull());
    }

    /** Returns the start of the newest window of a width, in seconds, that was decided by a moment and not after all posts. */
    public long newestWindow(int width, long moment) {
        long step = Decisions.widthMicros(width);
        return Math.min(Decisions.newestDecided(width, Math.min(moment, decided)), Math.floorDiv(newest, step) * step);
    }

    private static long micros(Row span, int column) {
        return Micros.of(span.getTimestamp(column).toInstant());
    }
}
