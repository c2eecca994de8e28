package io.groundswell.trends.score;

import io.groundswell.trends.TrendSettings;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Decides whether a count is an alarm: surprising enough, of a scope that is known well enough, and not the work of a
 * few authors, of one of them or of one text sent many times.
 */
public record Alarm(TrendSettings settings, Thresholds thresholds) implements Serializable {
    private static final Condition[] CONDITIONS = Condition.values();
    private static final Threshold ANY = Threshold.uncalibrated(0);

    /** Asks for the evidence that the settings have, at any time. */
    public Alarm(TrendSettings settings) {
        this(settings, Thresholds.uncalibrated(settings));
    }

    /** A count of a window with what its alarm depends on besides. */
    record Case(Baseline baseline, Counted counted, boolean isKnown, boolean isMasked) {}

    /** Returns whether a count of a window is an alarm. */
    boolean isRaised(Case one, Threshold threshold) {
        return Arrays.stream(CONDITIONS).allMatch(condition -> isMet(condition, one, threshold));
    }

    /** Returns the conditions that a count of a window does not meet; none of an alarm. */
    List<Condition> unmet(Case one, Threshold threshold) {
        return Arrays.stream(CONDITIONS)
                .filter(condition -> !isMet(condition, one, threshold))
                .toList();
    }

    /** Returns whether a count is large enough for an alarm at all: what can be said without a baseline. */
    boolean isBroad(Counted counted) {
        return counted.authors() >= settings.minAuthors() && counted.texts() >= settings.minTexts();
    }

    /** Returns whether a count meets all conditions but that of the evidence. */
    boolean isNotable(Case one) {
        return Arrays.stream(CONDITIONS)
                .filter(condition -> condition != Condition.EVIDENCE)
                .allMatch(condition -> isMet(condition, one, ANY));
    }

    private boolean isMet(Condition condition, Case one, Threshold threshold) {
        Counted counted = one.counted();
        return switch (condition) {
            case UNMASKED -> !one.isMasked();
            case KNOWN -> one.isKnown();
            case AUTHORS -> counted.authors() >= settings.minAuthors();
            case TOP_AUTHOR_SHARE -> counted.topAuthorPosts() <= settings.maxTopAuthorShare() * counted.posts();
            case TEXTS -> counted.texts() >= settings.minTexts();
            case LIFT -> one.baseline().lift(counted.authors()) >= settings.minLift();
            case EVIDENCE -> one.baseline().evidence(counted) >= threshold.evidence();
        };
    }
}
