package io.groundswell.trends.score;

import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.count.ScopeKind;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The holes of all feeds. A window that one of them touches is masked: it raises no alarm and teaches no baseline, since
 * what was counted in it is less than what was written. So a feed that was away neither looks like a calm, nor like a
 * burst when it is back.
 */
public final class Holes implements Serializable {
    public static final Holes NONE = new Holes(List.of());

    /** The end of each by its start; none overlaps another. */
    private final TreeMap<Long, Long> ends = new TreeMap<>();

    private final TreeMap<String, Holes> bySource = new TreeMap<>();

    /**
     * A hole: from the last frame before it to the first one behind it, as received, in microseconds.
     * The two may be the same, or the wrong way round, as clocks differ.
     */
    public record Span(long from, long to) {
        private long start() {
            return Math.min(from, to);
        }

        private long end() {
            return Math.max(start() + 1, Math.max(from, to));
        }
    }

    public Holes(List<Span> spans) {
        spans.stream().sorted(Comparator.comparingLong(Span::start)).forEach(this::add);
    }

    /** Returns the holes of some sources. */
    public static Holes of(Map<String, List<Span>> spans) {
        Holes holes = new Holes(spans.values().stream().flatMap(List::stream).toList());
        spans.forEach((source, its) -> holes.bySource.put(source, new Holes(its)));
        return holes;
    }

    /** Returns the holes in what a scope's posts came by: of one source its own, else all. */
    public Holes in(String scope) {
        return ScopeKind.SOURCE
                .value(scope)
                .map(source -> bySource.getOrDefault(source, NONE))
                .orElse(this);
    }

    private void add(Span span) {
        Map.Entry<Long, Long> last = ends.lastEntry();
        if (last != null && span.start() <= last.getValue()) {
            ends.put(last.getKey(), Math.max(last.getValue(), span.end()));
        } else {
            ends.put(span.start(), span.end());
        }
    }

    /** Returns whether a hole touches a window. */
    public boolean mask(int widthSeconds, long window) {
        return !ends.isEmpty() && coverage(widthSeconds, window) < 1;
    }

    /** Returns the share of a window that no hole touches, 0 to 1. */
    public double coverage(int widthSeconds, long window) {
        long width = Decisions.widthMicros(widthSeconds);
        long end = window + width;
        Long before = ends.floorKey(window);
        long missing = 0;
        for (Map.Entry<Long, Long> hole :
                ends.subMap(before == null ? window : before, end).entrySet()) {
            missing += Math.max(0, Math.min(hole.getValue(), end) - Math.max(hole.getKey(), window));
        }
        return 1 - (double) missing / width;
    }
}
