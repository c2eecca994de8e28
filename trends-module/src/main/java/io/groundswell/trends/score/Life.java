package io.groundswell.trends.score;

import io.groundswell.trends.count.Decisions;
import java.time.Duration;

/**
 * A trend as of one window of its life. A life starts with an alarm and has each window of the grid, empty ones too,
 * until it is over: 1 hour, at least 3 windows, after its last alarm. A term that alarms after that starts another.
 *
 * <p>States, the first that holds: {@code over}; {@code fading} below half of the most authors of any window so far;
 * {@code emerging} in the first two windows; {@code rising} with more authors than in any window before;
 * {@code peaking}.
 *
 * @param start of the first alarmed window
 * @param window start of this window
 * @param lastAlarm start of the newest alarmed window
 * @param peak most authors of a window so far
 * @param shown the greatest evidence so far, each halved every 4 hours since its window
 */
record Life(long start, long window, long lastAlarm, long peak, double shown, String state) {
    static final String OVER = "over";

    private static final long QUIET = Decisions.micros(Duration.ofHours(1));
    private static final int QUIET_WINDOWS = 3;
    private static final int EMERGING_WINDOWS = 2;
    private static final double FADING_SHARE = 0.5;
    private static final long SHOWN_HALF_LIFE = Decisions.micros(Duration.ofHours(4));

    static Life startedBy(long window, long observed, double evidence) {
        return new Life(window, window, window, observed, evidence, "emerging");
    }

    /** Returns the life one window on. */
    Life next(long next, int width, long observed, double evidence, boolean isAlarmed) {
        double decay = StrictMath.pow(0.5, (double) (next - window) / SHOWN_HALF_LIFE);
        long alarm = isAlarmed ? next : lastAlarm;
        return new Life(
                start,
                next,
                alarm,
                Math.max(peak, observed),
                Math.max(evidence, shown * decay),
                state(next, Decisions.widthMicros(width), observed, alarm));
    }

    boolean isOver() {
        return state.equals(OVER);
    }

    private String state(long next, long width, long observed, long alarm) {
        if (next - alarm >= Math.max(QUIET, QUIET_WINDOWS * width)) {
            return OVER;
        }
        if (observed < FADING_SHARE * Math.max(peak, observed)) {
            return "fading";
        }
        if (next - start < EMERGING_WINDOWS * width) {
            return "emerging";
        }
        return observed > peak ? "rising" : "peaking";
    }
}
