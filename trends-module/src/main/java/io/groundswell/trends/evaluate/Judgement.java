package io.groundswell.trends.evaluate;

import io.groundswell.table.Micros;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What a scorer found of what was planted, at a threshold.
 *
 * @param threshold least score of an alarm
 * @param outcomes of the plants, in their order
 * @param falseEpisodes episodes that are due to no plant
 * @param days over which alarms were looked for
 */
public record Judgement(
        String scorer, double threshold, List<Outcome> outcomes, List<Episode> falseEpisodes, long days) {
    /** Alarms so long after a plant's end are still due to it, though they don't find it. */
    private static final Duration GRACE = Duration.ofHours(1);

    public Judgement {
        outcomes = List.copyOf(outcomes);
        falseEpisodes = List.copyOf(falseEpisodes);
    }

    /**
     * A plant, and when it was found.
     *
     * @param feasible the oracle's first window; empty where it could not be found by anybody
     * @param alarmed the window in which an episode begins while the plant lasts, the first one; empty where none does
     */
    public record Outcome(Plant plant, OptionalInt feasible, OptionalInt alarmed) {
        boolean isFound() {
            return alarmed.isPresent();
        }

        /** Returns by how many windows the alarm came after the first feasible one: below 0 where it came before. */
        OptionalInt excess() {
            return feasible.isPresent() && alarmed.isPresent()
                    ? OptionalInt.of(alarmed.getAsInt() - feasible.getAsInt())
                    : OptionalInt.empty();
        }
    }

    /**
     * Judges.
     *
     * @param plants all of the replay; those that start before {@code from} explain alarms and are not judged
     * @param from number of the window from which on alarms count
     */
    public static Judgement of(ScoredReplay scored, List<Plant> plants, Oracle oracle, double threshold, int from) {
        Replay replay = scored.replay();
        int quiet = replay.windowsOf(GRACE);
        Map<TermName, TermSeries> series = new HashMap<>();
        replay.series().forEach(its -> series.put(its.name(), its));
        List<Episode> episodes = scored.episodes(threshold, from);
        List<Outcome> outcomes = new ArrayList<>();
        List<Plant> judged =
                plants.stream().filter(plant -> first(replay, plant) >= from).toList();
        for (Plant plant : judged) {
            TermSeries its = series.get(plant.name());
            outcomes.add(new Outcome(
                    plant,
                    its == null ? OptionalInt.empty() : oracle.firstFeasible(replay, plant, its),
                    episodes.stream()
                            .filter(episode -> episode.name().equals(plant.name()))
                            .mapToInt(Episode::first)
                            .filter(window -> window >= first(replay, plant) && window <= last(replay, plant))
                            .min()));
        }
        List<Episode> others = episodes.stream()
                .filter(episode -> plants.stream()
                        .noneMatch(plant -> plant.isSpokenOfIn(episode) && isDuring(replay, plant, episode, quiet)))
                .toList();
        return new Judgement(scored.scorer(), threshold, outcomes, others, replay.liveDays(from));
    }

    private static int first(Replay replay, Plant plant) {
        return replay.windowOf(Micros.of(plant.start()));
    }

    private static int last(Replay replay, Plant plant) {
        return replay.windowOf(Micros.of(plant.end()) - 1);
    }

    private static boolean isDuring(Replay replay, Plant plant, Episode episode, int grace) {
        return episode.first() <= last(replay, plant) + grace && episode.last() >= first(replay, plant);
    }

    /** Returns how many plants the oracle finds. */
    public long feasible() {
        return outcomes.stream().filter(its -> its.feasible().isPresent()).count();
    }

    public double falseADay() {
        return (double) falseEpisodes.size() / Math.max(1, days);
    }

    /** Returns the share of the plants that the oracle finds that was found; NaN where it finds none. */
    public double recall() {
        long feasible = feasible();
        long found = outcomes.stream()
                .filter(its -> its.feasible().isPresent() && its.isFound())
                .count();
        return feasible == 0 ? Double.NaN : (double) found / feasible;
    }

    /** Returns found plants among found plants and false episodes; NaN where there is neither. */
    public double precision() {
        long found = outcomes.stream().filter(Outcome::isFound).count();
        long all = found + falseEpisodes.size();
        return all == 0 ? Double.NaN : (double) found / all;
    }

    /** Returns a quantile of the excess over the first feasible windows, in windows; NaN where nothing was found. */
    public double excess(double quantile) {
        return quantile(outcomes.stream().flatMapToInt(its -> its.excess().stream()), quantile);
    }

    /**
     * Returns a quantile of the excess over the first feasible windows, in windows, where a plant that was missed counts
     * with all of its windows; NaN where nothing was feasible.
     */
    public double excessOrMissed(double quantile) {
        return quantile(
                outcomes.stream().filter(its -> its.feasible().isPresent()).mapToInt(its -> its.excess()
                        .orElse(its.plant().base().size())),
                quantile);
    }

    private static double quantile(IntStream values, double quantile) {
        int[] sorted = values.sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(quantile * sorted.length) - 1];
    }

    /** Returns the judgement of some of the plants. */
    public Judgement of(Predicate<Plant> some) {
        return new Judgement(
                scorer,
                threshold,
                outcomes.stream().filter(its -> some.test(its.plant())).toList(),
                falseEpisodes,
                days);
    }
}
