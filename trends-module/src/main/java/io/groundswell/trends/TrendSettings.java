package io.groundswell.trends;

import io.groundswell.model.TermCount;
import io.groundswell.trends.count.ScopeKind;
import io.groundswell.trends.count.Windows;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * How trends are detected.
 *
 * @param widths widths of the windows, each of whole seconds and dividing a day
 * @param scopes parts of the posts that are counted and scored, each by itself, beside {@code all} of them: such as {@code
 *     language:de}; few of them, since each holds its own counts
 * @param minEvidence least evidence of an alarm, where none is calibrated: −log10 of the probability of so many authors under
 *     the baseline, in a window or in a run of windows up to it
 * @param minAuthors least distinct authors of an alarm
 * @param maxTopAuthorShare greatest share of the posts that one author of an alarm may have written, 0 to 1
 * @param minTexts least distinct texts of an alarm, at most 64
 * @param minLift least ratio of observed to expected authors of an alarm
 * @param minExposure authors, summed over windows and decayed, that a baseline must have seen before anything is
 *     called a surprise, unless the feed has been seen for 3 hours; by default what the prior is worth
 */
public record TrendSettings(
        List<Duration> widths,
        List<String> scopes,
        double minEvidence,
        int minAuthors,
        double maxTopAuthorShare,
        int minTexts,
        double minLift,
        double minExposure)
        implements Serializable {
    public static final TrendSettings DEFAULT = new TrendSettings(
            List.of(Duration.ofMinutes(5), Duration.ofHours(1)),
            List.of(TermCount.SCOPE_ALL),
            6.0,
            5,
            0.2,
            3,
            3.0,
            1000.0);

    private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();
    private static final int COUNTABLE_TEXTS = 64;

    public TrendSettings {
        widths = List.copyOf(widths);
        require(
                !widths.isEmpty() && widths.stream().allMatch(TrendSettings::isWidth),
                "widths",
                "each divide a day by whole seconds",
                widths);
        require(widths.stream().distinct().count() == widths.size(), "widths", "differ", widths);
        scopes = List.copyOf(scopes);
        require(scopes.contains(TermCount.SCOPE_ALL), "scopes", "have all", scopes);
        require(
                scopes.stream().allMatch(scope -> ScopeKind.of(scope).isPresent()),
                "scopes",
                "each be all, language:xx or source:xx",
                scopes);
        require(scopes.stream().distinct().count() == scopes.size(), "scopes", "differ", scopes);
        require(minEvidence > 0 && Double.isFinite(minEvidence), "min-evidence", "be > 0", minEvidence);
        require(minAuthors >= 1, "min-authors", "be >= 1", minAuthors);
        require(
                maxTopAuthorShare > 0 && maxTopAuthorShare <= 1,
                "max-top-author-share",
                "be > 0 and <= 1",
                maxTopAuthorShare);
        require(minTexts >= 1 && minTexts <= COUNTABLE_TEXTS, "min-texts", "be from 1 to 64", minTexts);
        require(minLift >= 0 && Double.isFinite(minLift), "min-lift", "be >= 0", minLift);
        require(minExposure >= 0 && Double.isFinite(minExposure), "min-exposure", "be >= 0", minExposure);
    }

    /** Returns the widths of the windows in seconds. */
    public List<Integer> widthSeconds() {
        return widths.stream().map(width -> Math.toIntExact(width.toSeconds())).toList();
    }

    /** Returns the windows in which posts are counted. */
    public Windows windows() {
        return new Windows(widthSeconds(), scopes);
    }

    /** Returns the conditions of an alarm beside its evidence, by their keys: a threshold is calibrated for them. */
    public String conditions() {
        return "min-authors=%d, max-top-author-share=%s, min-texts=%d, min-lift=%s, min-exposure=%s"
                .formatted(minAuthors, maxTopAuthorShare, minTexts, minLift, minExposure);
    }

    private static boolean isWidth(Duration width) {
        long seconds = width.toSeconds();
        return seconds > 0 && width.equals(Duration.ofSeconds(seconds)) && DAY_SECONDS % seconds == 0;
    }

    private static void require(boolean holds, String key, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException("trends.%s must %s, was %s".formatted(key, rule, value));
        }
    }
}
