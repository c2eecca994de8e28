package io.groundswell.model;

import java.time.Instant;
import java.util.List;

/**
 * A term in one window of its trend's life, from the first alarm until it is over, as known at a decision.
 *
 * @param windowWidth in seconds
 * @param trendStart start of the window of the trend's first alarm: with scope, kind, term and width its identity
 * @param display the form in which most posts of the window wrote the term
 * @param observed distinct authors in the window
 * @param expected distinct authors that the baseline foresaw, or what comes at this hour of the day or week
 * @param evidence −log10 of the probability, under the baseline, of {@code observed} or more; of those, no more count than there
 *     are distinct texts
 * @param lift {@code observed / expected}
 * @param rise −log10 of the probability of as many voices in the most surprising run of windows up to this one, under what the
 *     baseline foresaw before the run: for what rises too slowly for one window to stand out; e above 6 is told as
 *     6 + log2(e / 6); 0 where the window misses more than evidence for an alarm
 * @param riseWindows how many windows that run has; 0 where none was looked at
 * @param alarmed whether this window passed threshold and gates and no rule muted the term
 * @param state {@code emerging}, {@code rising}, {@code peaking}, {@code fading}, {@code over}, {@code recurring}
 * @param shown the greatest evidence of the trend's windows so far, each halved every 4 hours: what lists are ordered by,
 *     decayed further to their moment
 * @param coverage share of the window that no hole in a feed touched, 0 to 1
 * @param storyId null while the term belongs to no story
 * @param mutedBy the rule that mutes the term at {@code decidedAt}: this window would have alarmed, or its trend gone on;
 *     null where no rule does
 * @param watchedBy the rule that watches the term at {@code decidedAt}, whose thresholds then hold; null where no rule does
 * @param threshold least evidence of an alarm that was in force at {@code decidedAt}
 * @param falseAlarmsPerDay how many false alarms a day that threshold gives on null replays, in windows of this width: see
 *     {@link TrendCalibration}; null where it is not calibrated
 * @param samplePostIds up to three posts of the window as source/post_id, the first received of distinct authors
 */
public record Trend(
        Instant windowStart,
        int windowWidth,
        String scope,
        String kind,
        String term,
        Instant decidedAt,
        Instant trendStart,
        String display,
        long posts,
        long observed,
        double expected,
        double evidence,
        double lift,
        double rise,
        int riseWindows,
        boolean alarmed,
        String state,
        double shown,
        double coverage,
        String storyId,
        String mutedBy,
        String watchedBy,
        double threshold,
        Double falseAlarmsPerDay,
        List<String> samplePostIds,
        int scorerVersion) {}
