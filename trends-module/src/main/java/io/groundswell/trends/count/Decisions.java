package io.groundswell.trends.count;

import static org.apache.spark.sql.functions.lit;

import io.groundswell.table.Micros;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * The moments of received time at which a window is decided: 10 seconds after its end, then 10 minutes, 2 and 48 hours
 * after it where something changed. Windows lie on a grid from the epoch; all times are microseconds since then.
 */
public final class Decisions {
    /** Moments after the end of a window; the first of them teaches the baseline, the others correct. */
    static final List<Long> DELAYS = List.of(
            Micros.of(Duration.ofSeconds(10)),
            Micros.of(Duration.ofMinutes(10)),
            Micros.of(Duration.ofHours(2)),
            Micros.of(Duration.ofDays(2)));

    private static final long MICROS_A_SECOND = 1_000_000L;

    private Decisions() {}

    /** Returns a width in microseconds. */
    public static long widthMicros(int widthSeconds) {
        return widthSeconds * MICROS_A_SECOND;
    }

    /** Returns the moment of a window's first decision. */
    public static long first(long windowStart, int widthSeconds) {
        return windowStart + firstAfterStart(widthSeconds);
    }

    /** Returns the moment of a window's first decision, of columns of its start in microseconds and its width in seconds. */
    public static Column firstOf(Column windowStart, Column widthSeconds) {
        return windowStart.plus(widthSeconds.multiply(lit(MICROS_A_SECOND))).plus(lit(DELAYS.get(0)));
    }

    /** Returns the moment of a window's {@code k}-th decision. */
    static long moment(int k, long windowStart, int widthSeconds) {
        return windowStart + widthMicros(widthSeconds) + DELAYS.get(k);
    }

    /** Returns how long after its start a window is first decided. */
    public static long firstAfterStart(int widthSeconds) {
        return widthMicros(widthSeconds) + DELAYS.get(0);
    }

    /** Returns how long after its start a window is decided for the last time. */
    public static long lastAfterStart(int widthSeconds) {
        return widthMicros(widthSeconds) + DELAYS.get(DELAYS.size() - 1);
    }

    /** Returns the start of the newest window whose first decision lies at or before a moment. */
    public static long newestDecided(int widthSeconds, long moment) {
        return newestEnd(widthSeconds, 0, moment) - widthMicros(widthSeconds);
    }

    /** Returns the start of the oldest window that has a decision after a moment. */
    public static long oldestOpen(int widthSeconds, long moment) {
        return newestEnd(widthSeconds, DELAYS.size() - 1, moment);
    }

    /** Returns the newest moment of any decision at or before a watermark. */
    public static long newestDue(Collection<Integer> widths, long watermark) {
        return widths.stream()
                .flatMap(width -> DELAYS.stream().map(delay -> gridBefore(width, watermark - delay) + delay))
                .max(Long::compare)
                .orElseThrow();
    }

    /** Returns the end of the newest window whose {@code k}-th decision lies at or before a moment. */
    static long newestEnd(int widthSeconds, int k, long moment) {
        return gridBefore(widthSeconds, moment - DELAYS.get(k));
    }

    private static long gridBefore(int widthSeconds, long moment) {
        return Math.floorDiv(moment, widthMicros(widthSeconds)) * widthMicros(widthSeconds);
    }
}
