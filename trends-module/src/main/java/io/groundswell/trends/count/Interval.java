package io.groundswell.trends.count;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Moments of received time whose decisions are due together: those after {@code after} and up to {@code through}, in
 * microseconds since the epoch.
 */
public record Interval(long after, long through) implements Serializable {
    /** Lies before every decision. */
    public static final long NOTHING_DECIDED = 0;

    /** How far a post's created_at may lie after its received_at. */
    static final long CLOCK_SLACK = Decisions.micros(Duration.ofMinutes(5));

    /** A range of time: {@code from} inclusive, {@code to} exclusive. */
    record Span(long from, long to) {}

    public boolean isEmpty() {
        return through <= after;
    }

    /** Returns the start of the oldest window of a width that is first decided in this interval or after it. */
    public long firstWindow(int widthSeconds) {
        return Decisions.newestEnd(widthSeconds, 0, after);
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
