package io.groundswell.trends.score;

import io.groundswell.table.Micros;
import io.groundswell.trends.count.Decisions;
import java.io.Serializable;
import java.time.Duration;

/**
 * What the baseline learns of one term, window after window: its authors, cut off at what could be expected, until they
 * have stayed above it for 2 hours and are the new normal. While the scope has no past to be surprised by there is
 * nothing to protect yet, and all is learnt.
 */
final class Learner implements Serializable {
    private static final long CAPPED_AT_MOST = Micros.of(Duration.ofHours(2));

    private final int width;
    private long window;
    private double learned;
    private Long cappedSince;

    /** Starts from the newest window that was learnt; for a term without one from nothing at any window. */
    Learner(int width, long window, double learned, Long cappedSince) {
        this.width = width;
        this.window = window;
        this.learned = learned;
        this.cappedSince = cappedSince;
    }

    /**
     * Learns the next window in which the term was mentioned.
     *
     * @param exposure E before the window
     * @param isKnown whether the window has a past to be surprised by: see {@link Exposure#isKnown}
     * @param scopeAuthors authors of the whole scope in the window
     */
    void learn(long next, long authors, double exposure, boolean isKnown, long scopeAuthors) {
        double before = before(next);
        boolean follows = next - window == Decisions.widthMicros(width);
        double cap = Baseline.of(before, exposure, scopeAuthors).cap();
        boolean isCapped = isKnown && authors > cap;
        if (!isCapped) {
            cappedSince = null;
        } else if (!follows || cappedSince == null) {
            cappedSince = next;
        }
        boolean isLifted = isCapped && next - cappedSince >= CAPPED_AT_MOST;
        learned = before + (isCapped && !isLifted ? cap : authors);
        window = next;
    }

    /** Passes a window of which nobody knows what is missing: the term is forgotten a little, and no more is known of it. */
    void pass(long next) {
        learned = before(next);
        cappedSince = null;
        window = next;
    }

    /** Returns what is left before a window of what was learnt. */
    double before(long next) {
        return Baseline.decayed(learned, window, next, width);
    }

    /** Returns whether the newest window had more authors than could be expected. */
    boolean isCapped() {
        return cappedSince != null;
    }

    double learned() {
        return learned;
    }

    Long cappedSince() {
        return cappedSince;
    }
}
