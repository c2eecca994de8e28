package io.groundswell.trends.score;

import io.groundswell.table.Micros;
import io.groundswell.trends.count.Decisions;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * How many wrote in each window of each scope, and their decayed sums before it: small, so that every task has it.
 * Built from rows of totals: width, scope, window, decided, authors, learned. It knows as well which windows are masked.
 */
public final class Exposure implements Serializable {
    static final long WARM_UP = Micros.of(Duration.ofHours(3));

    private record Series(int width, String scope) implements Serializable {}

    private record Moment(long decided, long authors) implements Serializable {}

    /** A window as a whole: what was learnt with it (null where its first decision found nobody), and its decisions. */
    private static final class Total implements Serializable {
        private Double learned;
        private final List<Moment> moments = new ArrayList<>(1);
    }

    private final Map<Series, TreeMap<Long, Total>> totals = new HashMap<>();
    /** Of windows that were asked for; no totals come after that. */
    private final Map<Series, Map<Long, Double>> squares = new HashMap<>();

    private final Holes holes;

    /** Starts with nobody; a window that one of the holes touches adds nothing to the sums. */
    public Exposure(Holes holes) {
        this.holes = holes;
    }

    /**
     * Adds totals; the first decision of a window that comes without {@code learned} learns from those before it.
     *
     * @param rows in any order, but none older than those added before
     */
    public Exposure plus(List<Row> rows) {
        rows.stream()
                .sorted(Comparator.<Row>comparingLong(row -> row.getAs("window"))
                        .thenComparingLong(row -> row.getAs("decided")))
                .forEach(this::add);
        return this;
    }

    private void add(Row row) {
        int width = row.getAs("width");
        String scope = row.getAs("scope");
        long window = row.getAs("window");
        long decided = row.getAs("decided");
        long authors = row.getAs("authors");
        Double learned = row.getAs("learned");
        double before = before(width, scope, window);
        Total total = totals.computeIfAbsent(new Series(width, scope), any -> new TreeMap<>())
                .computeIfAbsent(window, any -> new Total());
        total.moments.add(new Moment(decided, authors));
        if (decided == Decisions.first(window, width)) {
            total.learned = learned == null ? Double.valueOf(before + learnt(width, scope, window, authors)) : learned;
        }
    }

    private long learnt(int width, String scope, long window, long authors) {
        return isMasked(width, scope, window) ? 0 : authors;
    }

    /** Returns whether a hole touches a window: see {@link Holes}. */
    boolean isMasked(int width, String scope, long window) {
        return holes.in(scope).mask(width, window);
    }

    /** Returns the share of a window that no hole touches. */
    double coverage(int width, String scope, long window) {
        return holes.in(scope).coverage(width, window);
    }

    /** Returns E before a window: the decayed sum of the authors of all windows before it. */
    double before(int width, String scope, long window) {
        Map.Entry<Long, Total> last = lastLearnt(width, scope, window);
        return last == null ? 0 : Baseline.decayed(last.getValue().learned, last.getKey(), window, width);
    }

    /**
     * Returns the weighted sum of the squares of the authors of the windows before one, of those that no hole touches: see
     * {@link Spread}.
     */
    double squares(int width, String scope, long window) {
        return squares.computeIfAbsent(new Series(width, scope), any -> new HashMap<>())
                .computeIfAbsent(window, its -> squaresAnew(width, scope, its));
    }

    private double squaresAnew(int width, String scope, long window) {
        double[] weights = Spread.weights(width);
        long step = Decisions.widthMicros(width);
        double sum = 0;
        for (Map.Entry<Long, Total> total : totals.getOrDefault(new Series(width, scope), new TreeMap<>())
                .subMap(window - Spread.memory(width), true, window, false)
                .entrySet()) {
            if (total.getValue().learned != null && !isMasked(width, scope, total.getKey())) {
                double authors = total.getValue().moments.get(0).authors();
                sum += weights[Math.toIntExact((window - total.getKey()) / step)] * authors * authors;
            }
        }
        return sum;
    }

    private Map.Entry<Long, Total> lastLearnt(int width, String scope, long window) {
        NavigableMap<Long, Total> series = totals.get(new Series(width, scope));
        Map.Entry<Long, Total> last = series == null ? null : series.lowerEntry(window);
        while (last != null && last.getValue().learned == null) {
            last = series.lowerEntry(last.getKey());
        }
        return last;
    }

    /** Returns the authors of the first decisions of the windows that start in a stretch, but for masked ones. */
    long authorsBetween(int width, String scope, long from, long until) {
        NavigableMap<Long, Total> series = totals.getOrDefault(new Series(width, scope), new TreeMap<>());
        return series.subMap(from, true, until, false).entrySet().stream()
                .filter(total -> total.getValue().learned != null && !isMasked(width, scope, total.getKey()))
                .mapToLong(total -> total.getValue().moments.get(0).authors())
                .sum();
    }

    /**
     * Returns whether a window has a past to be surprised by: so many authors were seen before it, or, of a feed too
     * thin for that, the first of those still remembered wrote 3 hours before or earlier. A busy feed is known within
     * minutes; in a thin one the prior is the better guess than silence for weeks.
     */
    boolean isKnown(int width, String scope, long window, double minExposure) {
        if (before(width, scope, window) >= minExposure) {
            return true;
        }
        NavigableMap<Long, Total> series = totals.get(new Series(width, scope));
        return series != null
                && series.subMap(window - Baseline.memory(width), true, window - WARM_UP, true).entrySet().stream()
                        .anyMatch(total -> total.getValue().learned != null && !isMasked(width, scope, total.getKey()));
    }

    /** Returns what was learnt with the first decision of a window. */
    public double learned(int width, String scope, long window) {
        return totals.get(new Series(width, scope)).get(window).learned;
    }

    /** Returns n: the authors of a window as known at a moment, 0 where there is no row. */
    long authors(int width, String scope, long window, long moment) {
        NavigableMap<Long, Total> series = totals.get(new Series(width, scope));
        Total total = series == null ? null : series.get(window);
        long authors = 0;
        if (total != null) {
            for (Moment decision : total.moments) {
                authors = decision.decided() <= moment ? decision.authors() : authors;
            }
        }
        return authors;
    }
}
