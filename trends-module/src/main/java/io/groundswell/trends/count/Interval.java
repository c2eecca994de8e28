package io.groundswell.trends.count;

import static org.apache.spark.sql.functions.lit;

import io.groundswell.change.AccountRemovals;
import io.groundswell.table.Micros;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;

/**
 * Moments of received time whose decisions are due together: those after {@code after} and up to {@code through}, in
 * microseconds since the epoch.
 */
public record Interval(long after, long through) implements Serializable {
    /** Lies before every decision. */
    public static final long NOTHING_DECIDED = 0;

    /** How far a post's created_at may lie after its received_at. */
    static final long CLOCK_SLACK = Micros.of(AccountRemovals.CLOCK_SLACK);

    /** A range of time: {@code from} inclusive, {@code to} exclusive. */
    record Span(long from, long to) {}

    public boolean isEmpty() {
        return through <= after;
    }

    /** Returns whether a time of a row, such as its decision, is one of these: on the table's own column, so that files are skipped. */
    public Column has(Column time) {
        return time.gt(lit(Micros.instant(after))).and(time.leq(lit(Micros.instant(through))));
    }

    /** Returns whether a row's decision was made before these. */
    public Column follows(Column decidedAt) {
        return decidedAt.leq(lit(Micros.instant(after)));
    }

    /** Returns the start of the oldest window of a width that is first decided in this interval; empty if none is. */
    public OptionalLong oldestNew(int widthSeconds) {
        return oldest(widthSeconds, IntStream.of(0));
    }

    /** Returns the start of the oldest window of a width with a decision in this interval; empty if none has one. */
    public OptionalLong oldestDecided(int widthSeconds) {
        return oldest(widthSeconds, IntStream.range(0, Decisions.DELAYS.size()));
    }

    /** The end of the last window that was decided before is the start of the next. */
    private OptionalLong oldest(int widthSeconds, IntStream decisions) {
        return decisions
                .filter(k ->
                        Decisions.newestEnd(widthSeconds, k, after) < Decisions.newestEnd(widthSeconds, k, through))
                .mapToLong(k -> Decisions.newestEnd(widthSeconds, k, after))
                .min();
    }

    /** Returns when the posts were created that windows with a decision in this interval hold, in order. */
    List<Span> created(List<Integer> widths) {
        List<Span> spans = new ArrayList<>();
        for (int width : widths) {
            for (int k = 0; k < Decisions.DELAYS.size(); k++) {
                long from = Decisions.newestEnd(width, k, after); // the end of the last one decided starts the next
                long to = Decisions.newestEnd(width, k, through);
                if (from < to) {
                    spans.add(new Span(from, to));
                }
            }
        }
        return joined(spans);
    }

    private static List<Span> joined(List<Span> spans) {
        spans.sort(Comparator.comparingLong(Span::from));
        List<Span> joined = new ArrayList<>();
        for (Span span : spans) {
            Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && span.from() <= last.to()) {
                joined.set(joined.size() - 1, new Span(last.from(), Math.max(last.to(), span.to())));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }
}
