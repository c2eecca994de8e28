package io.groundswell.model;

import java.time.Instant;

/**
 * The threshold of an alarm that a wanted rate of false alarms asks for, and the measurement that says so: on null replays,
 * in which each term's counts are shifted by their own number of whole days or weeks.
 *
 * @param windowWidth in seconds
 * @param validFrom the moment of received time from which decisions are made by it, this one included, until the next row
 *     of the scope and width
 * @param scorerVersion the scorer that it is for; others ignore it
 * @param conditions the other conditions of an alarm, as the settings had them: with others it means nothing
 * @param wantedPerDay false alarms a day that were asked for
 * @param threshold least evidence of an alarm
 * @param foundPerDay false alarms a day on the replays on which the threshold was found
 * @param falseAlarmsPerDay false alarms a day on other replays: what the threshold means
 * @param falseAlarmsLow lower end of their exact 95 % interval, as if each came by itself (Poisson)
 * @param falseAlarmsHigh upper end
 * @param heldOutAlarms false alarms on those other replays together
 * @param heldOutDays days on which they could come, of all those replays together
 * @param countsFrom start of the counts of which the replays are made
 * @param countsThrough end of them
 * @param days whole days, or days of whole weeks, that a replay has; those in which nobody wrote are left out
 * @param learnDays of those, the first, in which alarms don't count
 * @param nullReplays replays on which the threshold was found
 * @param heldOutReplays replays on which it was checked
 * @param shiftDays 7 where terms are shifted by weeks, 1 where by days
 * @param terms that could alarm at all
 * @param countsVersion of gold.term_counts
 */
public record TrendCalibration(
        String scope,
        int windowWidth,
        Instant validFrom,
        int scorerVersion,
        String conditions,
        double wantedPerDay,
        double threshold,
        double foundPerDay,
        double falseAlarmsPerDay,
        double falseAlarmsLow,
        double falseAlarmsHigh,
        long heldOutAlarms,
        long heldOutDays,
        Instant countsFrom,
        Instant countsThrough,
        int days,
        int learnDays,
        int nullReplays,
        int heldOutReplays,
        int shiftDays,
        long seed,
        long terms,
        long countsVersion,
        Instant createdAt,
        String runId) {}
