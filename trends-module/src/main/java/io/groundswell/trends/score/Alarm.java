package io.groundswell.trends.score;

import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.rule.Watches;
import io.groundswell.trends.rule.Watches.Watch;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Decides whether a count is an alarm: surprising enough, of a scope that is known well enough, and not the work of a
 * few authors, of one of them or of one text sent many times.
 */
public record Alarm(TrendSettings settings, Thresholds thresholds, Watches watches) implements Serializable {
    private static final Condition[] CONDITIONS = Condition.values();

    /** Asks for the evidence that the settings have, at any time. */
    public Alarm(TrendSettings settings) {
        this(settings, Thresholds.uncalibrated(settings), Watches.NONE);
    }

    /** A count of a window with what its alarm depends on besides. */
    record Case(Baseline baseline, Counted counted, boolean isKnown, boolean isMasked, Rise rise) {
        /** A case of which no rise is known. */
        Case(Baseline baseline, Counted counted, boolean isKnown, boolean isMasked) {
            this(baseline, counted, isKnown, isMasked, Rise.NONE);
        }

        Case rising(Rise its) {
            return new Case(baseline, counted, isKnown, isMasked, its);
        }

        /** Returns that of the window alone. */
        double evidence() {
            return baseline.evidence(counted);
        }

        /** Returns what is to reach the threshold: of the window, or of the rise up to it. */
        double strongest() {
            return rise.strongest(evidence());
        }
    }

    /** Returns whether a count of a window is an alarm. */
    boolean isRaised(Case one, Bar bar) {
        return Arrays.stream(CONDITIONS).allMatch(condition -> isMet(condition, one, bar));
    }

    /** Returns the conditions that a count of a window does not meet; none of an alarm. */
    List<Condition> unmet(Case one, Bar bar) {
        return Arrays.stream(CONDITIONS)
                .filter(condition -> !isMet(condition, one, bar))
                .toList();
    }

    /** Returns what an alarm of a term asks at a moment, in microseconds. */
    Bar bar(TermKey key, long moment) {
        Threshold threshold = thresholds.at(moment, key.width(), key.scope());
        Watch watch = watches.isEmpty() ? null : watches.of(key.kind(), key.term(), moment);
        if (watch == null) {
            return usual(threshold);
        }
        if (watch.minEvidence() == null && watch.minAuthors() == null) {
            return usual(threshold).watchedBy(watch.inForce().ruleId());
        }
        int authors = watch.minAuthors() == null ? settings.minAuthors() : watch.minAuthors();
        return new Bar(
                // Null replays were made by the bar of all terms: nobody knows what this one lets through.
                Threshold.uncalibrated(watch.minEvidence() == null ? threshold.evidence() : watch.minEvidence()),
                authors,
                // Of few authors one may well write twice.
                authors < settings.minAuthors()
                        ? Math.max(settings.maxTopAuthorShare(), 2.0 / (authors + 1))
                        : settings.maxTopAuthorShare(),
                Math.min(authors, settings.minTexts()),
                threshold.isCalibrated(),
                watch.inForce().ruleId());
    }

    /**
     * Returns what an alarm of a term that nobody watches asks. Runs of windows are as many more chances of an alarm, so they
     * count where null replays, which have them too, have told how much evidence is enough.
     */
    Bar usual(Threshold threshold) {
        return new Bar(
                threshold,
                settings.minAuthors(),
                settings.maxTopAuthorShare(),
                settings.minTexts(),
                threshold.isCalibrated(),
                null);
    }

    /** Returns whether a count meets all conditions but that of the evidence. */
    boolean isNotable(Case one, Bar bar) {
        return Arrays.stream(CONDITIONS)
                .filter(condition -> condition != Condition.EVIDENCE)
                .allMatch(condition -> isMet(condition, one, bar));
    }

    private boolean isMet(Condition condition, Case one, Bar bar) {
        Counted counted = one.counted();
        return switch (condition) {
            case UNMASKED -> !one.isMasked();
            case KNOWN -> one.isKnown();
            case AUTHORS -> bar.hasAuthors(counted);
            case TOP_AUTHOR_SHARE -> bar.isShared(counted);
            case TEXTS -> bar.hasTexts(counted);
            case LIFT -> one.baseline().lift(counted.authors()) >= settings.minLift();
            case EVIDENCE -> one.strongest() >= bar.threshold().evidence();
        };
    }
}
