package io.groundswell.trends.score;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What was learnt of one term, window after window, and what that lets one expect of the next. */
final class TermPast {
    private final int width;
    private final String scope;
    private final Exposure exposure;
    private final NavigableMap<Long, Double> learned = new TreeMap<>();

    TermPast(int width, String scope, Exposure exposure) {
        this.width = width;
        this.scope = scope;
        this.exposure = exposure;
    }

    /** Takes what had been learnt with the first decision of a window. */
    void learn(long window, double sum) {
        learned.put(window, sum);
    }

    /** Returns the baseline of a window at one of its decisions: of what was learnt before the window. */
    Baseline before(long window, long moment) {
        Map.Entry<Long, Double> last = learned.lowerEntry(window);
        return Baseline.of(
                last == null ? 0 : Baseline.decayed(last.getValue(), last.getKey(), window, width),
                exposure.before(width, scope, window),
                exposure.authors(width, scope, window, moment));
    }

    /** Returns whether a window has a past to be surprised by: see {@link Exposure#isKnown}. */
    boolean isKnown(long window, double minExposure) {
        return exposure.isKnown(width, scope, window, minExposure);
    }
}
