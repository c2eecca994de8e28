package io.groundswell.app.finding;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.trends.count.Decisions;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What gold.term_counts spans, in microseconds.
 *
 * @param from start of the first window that has a row
 * @param newest start of the last window that has a row
 * @param decided the newest decision
 */
public record CountedSpan(long from, long newest, long decided) {

    /**
     * Returns the span; all 0 where nothing was counted.
     *
     * @throws io.groundswell.job.PlatformException if there is no such table
     */
    public static CountedSpan of(SparkSession spark, Lake lake) {
        // Of the whole table, which its log alone can tell.
        Row span = lake.table(Catalogue.TERM_COUNTS)
                .read(spark)
                .agg(min("window_start"), max("window_start"), max("decided_at"))
                .head();
        return span.isNullAt(0)
                ? new CountedSpan(0, 0, 0)
                : new CountedSpan(micros(span, 0), micros(span, 1), micros(span, 2));
    }

    private static long micros(Row span, int column) {
        return Micros.of(span.getTimestamp(column).toInstant());
    }

    /** Returns the start of the newest window of a width, in seconds, that was decided by a moment and not after all posts. */
    public long newestWindow(int width, long moment) {
        long step = Decisions.widthMicros(width);
        return Math.min(Decisions.newestDecided(width, Math.min(moment, decided)), Math.floorDiv(newest, step) * step);
    }
}
