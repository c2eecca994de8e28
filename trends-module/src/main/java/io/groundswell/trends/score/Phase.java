package io.groundswell.trends.score;

import io.groundswell.trends.count.Decisions;

/**
 * What a trend or a story that goes on is in a window, by the first that holds: {@code fading} below half of the most authors
 * of any window so far; {@code emerging} in the first two windows; {@code rising} with more authors than in any window
 * before; {@code peaking}.
 */
public final class Phase {
    private static final double FADING_SHARE = 0.5;
    private static final int EMERGING_WINDOWS = 2;

    private Phase() {}

    /**
     * Returns the phase.
     *
     * @param sinceStart how long after the start of its first window this one starts, in microseconds
     * @param peakBefore most authors of any window before
     */
    public static String of(long sinceStart, int widthSeconds, long authors, long peakBefore) {
        if (authors < FADING_SHARE * peakBefore) {
            return "fading";
        }
        if (sinceStart < EMERGING_WINDOWS * Decisions.widthMicros(widthSeconds)) {
            return "emerging";
        }
        return authors > peakBefore ? "rising" : "peaking";
    }
}
