package io.groundswell.trends.calibrate;

import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.evaluate.Calibration;
import io.groundswell.trends.evaluate.NullReplays;
import io.groundswell.trends.evaluate.PoissonInterval;
import io.groundswell.trends.evaluate.Replay;
import io.groundswell.trends.evaluate.ScoredReplay;
import io.groundswell.trends.evaluate.SurpriseScorer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A threshold with what it was found and checked on.
 *
 * @param found on half of the null replays
 * @param alarms on the others together
 * @param interval of the alarms a day on the others: 95 %
 * @param heldOutDays on which the others could alarm, together
 * @param days of each replay
 * @param learnDays of those, the first, in which alarms don't count
 * @param shiftDays by how many days, or a multiple of it, terms are shifted
 */
record Trial(
        Calibration found,
        long alarms,
        PoissonInterval interval,
        long heldOutDays,
        int days,
        int learnDays,
        int shiftDays) {
    /** Where nothing ever alarms, nothing is known of what would: the threshold goes no lower than a chance in a thousand. */
    private static final double LEAST_EVIDENCE = 3;

    /** Seasons are known after two weeks. */
    private static final int MOST_LEARN_DAYS = 14;

    double falseAlarmsPerDay() {
        return (double) alarms / heldOutDays;
    }

    /**
     * Calibrates. One null replay is in memory at a time, beside the scores of the others.
     *
     * @param replay of what was counted
     * @throws io.groundswell.job.PlatformException if it has fewer than three days
     */
    static Trial of(Replay replay, TrendSettings trends, CalibrationSettings settings) {
        SurpriseScorer scorer = new SurpriseScorer(trends);
        NullReplays nulls = new NullReplays(settings.seed());
        List<ScoredReplay> scored = IntStream.range(0, settings.replays())
                .mapToObj(number ->
                        ScoredReplay.of(nulls.shifted(replay, number), scorer).alone())
                .toList();
        int day = replay.windowsOf(Duration.ofDays(1));
        int days = scored.get(0).replay().windows() / day;
        int learnDays = Math.min(MOST_LEARN_DAYS, days / 2);
        int from = learnDays * day;
        int half = settings.replays() / 2;
        Calibration found = Calibration.of(scored.subList(0, half), from, settings.falseAlarms(), LEAST_EVIDENCE);
        List<ScoredReplay> others = scored.subList(half, scored.size());
        long alarms = others.stream()
                .mapToLong(its -> its.episodes(found.threshold(), from).size())
                .sum();
        long heldOut =
                others.stream().mapToLong(its -> its.replay().liveDays(from)).sum();
        return new Trial(
                found,
                alarms,
                PoissonInterval.of95(alarms).per(heldOut),
                heldOut,
                days,
                learnDays,
                NullReplays.period(replay) / day);
    }
}
