package io.groundswell.trends.evaluate;

import io.groundswell.table.Micros;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * One who knows the true rates: it alarms where a count would come of a term's base with a probability of at most the
 * threshold. Nobody who has to learn the rates can alarm earlier at the same rate of false alarms, but by luck.
 *
 * @param evidence −log10 of that probability
 * @param minAuthors below which it takes nothing for a trend
 */
public record Oracle(double evidence, int minAuthors) {

    /**
     * Returns the oracle whose false alarms are expected to be so many a day: as many as there are counts of at least
     * {@code minAuthors} to test in a day, each at the same probability.
     */
    public static Oracle of(Replay replay, double falseAlarmsADay, int minAuthors) {
        long tests = replay.series().stream()
                .mapToLong(series -> Arrays.stream(series.authors())
                        .filter(authors -> authors >= minAuthors)
                        .count())
                .sum();
        double aDay = Math.max(1, (double) tests / Math.max(1, replay.liveDays(0)));
        return new Oracle(Math.log10(aDay / falseAlarmsADay), minAuthors);
    }

    /** Returns the first feasible window: the first in which it alarms of a plant; empty where it never does. */
    public OptionalInt firstFeasible(Replay replay, Plant plant, TermSeries series) {
        int first = replay.windowOf(Micros.of(plant.start()));
        for (int i = 0; i < series.size(); i++) {
            int ofPlant = series.windows()[i] - first;
            if (ofPlant >= 0 && ofPlant < plant.base().size()) {
                double base = plant.base().get(ofPlant);
                int authors = series.authors()[i];
                if (authors >= minAuthors && Poisson.evidence(authors, base) >= evidence) {
                    return OptionalInt.of(series.windows()[i]);
                }
            }
        }
        return OptionalInt.empty();
    }
}
