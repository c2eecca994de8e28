package io.groundswell.trends.evaluate;

import java.util.List;

/**
 * How one scorer does: its threshold is found on replays without trends, what it finds is judged on one with.
 *
 * @param calibration at the wanted rate of false alarms
 * @param judgement at that threshold
 * @param curve what it would find at other rates
 */
public record Comparison(Calibration calibration, Judgement judgement, List<RatePoint> curve) {
    private static final List<Double> RATES = List.of(0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0);

    private static final double MEDIAN = 0.5;

    public Comparison {
        curve = List.copyOf(curve);
    }

    /**
     * What is found at a rate of false alarms.
     *
     * @param falseADay on the replays without trends
     * @param recall of what is feasible
     * @param medianExcess windows after the first feasible one; a plant that is missed counts with all of its windows
     */
    public record RatePoint(double falseADay, double recall, double medianExcess) {}

    /** What scorers are compared on: a width's replays, scored with their learning time before {@code from}. */
    public record Ground(List<Replay> nulls, Replay planted, List<Plant> plants, Oracle oracle, int from) {
        public Ground {
            nulls = List.copyOf(nulls);
            plants = List.copyOf(plants);
        }
    }

    /**
     * Compares.
     *
     * @param wantedADay false alarms a day
     */
    public static Comparison of(TrendScorer scorer, Ground ground, double wantedADay) {
        List<ScoredReplay> nulls = ground.nulls().stream()
                .map(replay -> ScoredReplay.of(replay, scorer))
                .toList();
        ScoredReplay planted = ScoredReplay.of(ground.planted(), scorer);
        List<RatePoint> curve = RATES.stream()
                .map(rate -> Calibration.of(nulls, ground.from(), rate, 0))
                .filter(at -> at.falseAlarmsADay() > 0)
                .distinct()
                .map(at -> point(at, judged(planted, ground, at)))
                .toList();
        Calibration calibration = Calibration.of(nulls, ground.from(), wantedADay, 0);
        return new Comparison(calibration, judged(planted, ground, calibration), curve);
    }

    private static RatePoint point(Calibration calibration, Judgement judgement) {
        return new RatePoint(calibration.falseAlarmsADay(), judgement.recall(), judgement.excessOrMissed(MEDIAN));
    }

    private static Judgement judged(ScoredReplay planted, Ground ground, Calibration calibration) {
        return Judgement.of(planted, ground.plants(), ground.oracle(), calibration.threshold(), ground.from());
    }
}
