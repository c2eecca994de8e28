package io.groundswell.trends.score;

import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.score.TermPast.Learned;
import org.apache.spark.sql.Row;

/**
 * One row of a term's past or present, in the order of decision and window: a count that is due to be scored, a count
 * of the past, or a row of gold.trends.
 *
 * @param type {@link #PAST}, {@link #DUE} or {@link #TREND}
 * @param learned of a first decision's count; of no meaning in other rows
 * @param trendStart and the components after it: of a row of gold.trends
 */
record TermEvent(
        int type,
        long window,
        long decided,
        Counted counted,
        Learned learned,
        long trendStart,
        long observed,
        double evidence,
        boolean isAlarmed,
        String state,
        double shown) {
    static final int PAST = 0;
    static final int DUE = 1;
    static final int TREND = 2;

    static TermEvent of(Row row) {
        int type = row.getInt(6);
        boolean isTrend = type == TREND;
        Counted counted = isTrend ? Counted.NONE : counted(row);
        return new TermEvent(
                type,
                row.getLong(4),
                row.getLong(5),
                counted,
                learned(row, counted),
                isTrend ? row.getLong(12) : 0,
                isTrend ? row.getLong(8) : 0,
                isTrend ? row.getDouble(13) : 0,
                isTrend && row.getBoolean(14),
                isTrend ? row.getString(15) : null,
                isTrend ? row.getDouble(16) : 0);
    }

    private static Learned learned(Row row, Counted counted) {
        return new Learned(
                row.isNullAt(11) ? 0 : row.getDouble(11), row.getLong(8), counted.voices(), row.getBoolean(17));
    }

    private static Counted counted(Row row) {
        return new Counted(row.getLong(7), row.getLong(8), row.getLong(9), row.getInt(10));
    }

    boolean isFirstDecision(int width) {
        return decided == Decisions.first(window, width);
    }
}
