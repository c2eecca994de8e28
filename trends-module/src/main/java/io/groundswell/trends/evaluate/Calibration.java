package io.groundswell.trends.evaluate;

import java.util.List;

/**
 * The threshold at which a scorer raises so many false alarms a day on replays that hold none.
 *
 * @param threshold least score of an alarm
 * @param falseAlarmsADay what it gives on those replays; at most what was wanted
 */
public record Calibration(double threshold, double falseAlarmsADay) {
    private static final double ABOVE = 1 + 1e-9;
    private static final int STEPS = 60;

    /**
     * Finds the least threshold with at most so many false alarms a day.
     *
     * @param nulls scored by one scorer
     * @param from number of the window from which on alarms are counted
     * @param least threshold below which none is looked for
     */
    public static Calibration of(List<ScoredReplay> nulls, int from, double wantedADay, double least) {
        long days = nulls.stream().mapToLong(its -> its.replay().liveDays(from)).sum();
        double atLeast = aDay(nulls, from, least, days);
        if (atLeast <= wantedADay) {
            return new Calibration(least, atLeast);
        }
        // Fewer alarms at a higher threshold, but for episodes that part: near enough to one step down to be halved.
        double low = least;
        double high = nulls.stream()
                        .flatMap(ScoredReplay::peaks)
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(least)
                * ABOVE;
        for (int step = 0; step < STEPS && high > low * ABOVE; step++) {
            double middle = low > 0 ? Math.sqrt(low * high) : high / 2;
            if (aDay(nulls, from, middle, days) <= wantedADay) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return new Calibration(high, aDay(nulls, from, high, days));
    }

    /** Returns how many false alarms a day a threshold gives on other replays that hold none. */
    public double checkedOn(List<ScoredReplay> others, int from) {
        return aDay(
                others,
                from,
                threshold,
                others.stream().mapToLong(its -> its.replay().liveDays(from)).sum());
    }

    private static double aDay(List<ScoredReplay> nulls, int from, double threshold, long days) {
        long episodes = nulls.stream()
                .mapToLong(its -> its.episodes(threshold, from).size())
                .sum();
        return (double) episodes / Math.max(1, days);
    }
}
