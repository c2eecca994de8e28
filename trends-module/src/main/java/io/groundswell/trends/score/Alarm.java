package io.groundswell.trends.score;

import io.groundswell.trends.TrendSettings;
import java.io.Serializable;

/**
 * Decides whether a count is an alarm: surprising enough, of a scope that is known well enough, and not the work of a
 * few authors, of one of them or of one text sent many times.
 */
public record Alarm(TrendSettings settings) implements Serializable {

    /**
     * Returns whether a count of a window is an alarm.
     *
     * @param isKnown whether the window has a past to be surprised by: see {@link Exposure#isKnown}
     */
    boolean isRaised(Baseline baseline, Counted counted, boolean isKnown) {
        return isKnown
                && isBroad(counted)
                && baseline.lift(counted.authors()) >= settings.minLift()
                && baseline.evidence(counted.authors()) >= settings.minEvidence();
    }

    private boolean isBroad(Counted counted) {
        return counted.authors() >= settings.minAuthors()
                && counted.topAuthorPosts() <= settings.maxTopAuthorShare() * counted.posts()
                && counted.texts() >= settings.minTexts();
    }

    /** What was counted of a term in a window. */
    record Counted(long posts, long authors, long topAuthorPosts, int texts) {
        static final Counted NONE = new Counted(0, 0, 0, 0);
    }
}
