package io.groundswell.trends.score;

import io.groundswell.table.Micros;
import io.groundswell.trends.count.Decisions;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A trend, by what is known at a moment of each of its windows. A life starts with an alarm and goes on from window to
 * window, empty ones too, until it is over: 1 hour, at least 3 windows, after its last alarm, or once no alarm is left of
 * it. A term that alarms after that starts another.
 *
 * <p>States: {@code over}, or else that of its {@link Phase}.
 */
public final class Life {
    public static final String OVER = "over";

    private static final long QUIET = Micros.of(Duration.ofHours(1));
    private static final int QUIET_WINDOWS = 3;

    private final long start;
    private final int widthSeconds;
    private final NavigableMap<Long, Seen> windows = new TreeMap<>();
    private String told;

    /** What is known of a window. */
    record Seen(long observed, double evidence, boolean isAlarmed) {}

    /**
     * What a trend is in a window, by that one and those before it.
     *
     * @param shown the greatest evidence so far, each halved every 4 hours since its window
     */
    record Stage(String state, double shown) {}

    /** Starts with no window; {@code start} names the trend, whatever becomes known of the windows before it. */
    Life(long start, int widthSeconds) {
        this.start = start;
        this.widthSeconds = widthSeconds;
    }

    /** Returns how long after its last alarm a trend is over. */
    public static long quiet(int widthSeconds) {
        return Math.max(QUIET, QUIET_WINDOWS * Decisions.widthMicros(widthSeconds));
    }

    long start() {
        return start;
    }

    /** Returns the newest of its windows. */
    long newest() {
        return windows.lastKey();
    }

    /** Returns whether its newest window was told as its end. */
    boolean isOver() {
        return told.equals(OVER);
    }

    boolean spans(long window) {
        return windows.firstKey() <= window && window <= windows.lastKey();
    }

    /** Returns whether an alarm in an earlier window than all of its own would not have been over when it began. */
    boolean follows(long window) {
        return window < windows.firstKey() && windows.firstKey() - window < quiet(widthSeconds);
    }

    /** Takes what is known now of a window, and returns what the trend is in it. */
    Stage see(long window, Seen seen) {
        windows.put(window, seen);
        Stage stage = stage(window);
        tell(window, stage.state());
        return stage;
    }

    /** Takes a window as a row of the table tells it; of one window in the order of the decisions. */
    void remember(long window, Seen seen, String state) {
        windows.put(window, seen);
        tell(window, state);
    }

    /** Says that the life is over in a window, and so at all where that is its newest. */
    Stage end(long window, Stage stage) {
        tell(window, OVER);
        return new Stage(OVER, stage.shown());
    }

    /** Returns whether a window has a row: the one before was told as not over, or its alarms turned out to reach on. */
    boolean goesOnIn(long window) {
        return !isOver() || reaches(window);
    }

    /** Returns whether a trend with these alarms is not over in a window. */
    boolean reaches(long window) {
        return windows.headMap(window, true).descendingMap().entrySet().stream()
                .filter(known -> known.getValue().isAlarmed())
                .findFirst()
                .map(alarm -> window - alarm.getKey() < quiet(widthSeconds))
                .orElse(false);
    }

    private void tell(long window, String state) {
        if (window == windows.lastKey()) {
            told = state;
        }
    }

    private Stage stage(long window) {
        long peak = 0;
        double shown = 0;
        long last = windows.firstKey();
        for (Map.Entry<Long, Seen> known : windows.headMap(window, true).entrySet()) {
            double evidence = known.getValue().evidence();
            shown = Math.max(evidence, Rank.decayed(shown, last, known.getKey()));
            peak = known.getKey() < window ? Math.max(peak, known.getValue().observed()) : peak;
            last = known.getKey();
        }
        return new Stage(state(window, peak, windows.get(window).observed()), shown);
    }

    private String state(long window, long peakBefore, long observed) {
        if (!reaches(window)) {
            return OVER;
        }
        return Phase.of(window - start, widthSeconds, observed, peakBefore);
    }
}
