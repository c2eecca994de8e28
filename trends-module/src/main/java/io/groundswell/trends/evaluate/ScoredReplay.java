package io.groundswell.trends.evaluate;

import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.score.Life;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A replay with one scorer's scores, for any number of thresholds. Only windows with a score above 0 are kept.
 *
 * @param scorer its name
 * @param scored series of the windows that have a score, by their names
 */
public record ScoredReplay(Replay replay, String scorer, List<Scored> scored) {

    /** A term with the windows that have a score. */
    @SuppressWarnings("ArrayRecordComponent") // read through for every threshold
    record Scored(TermSeries series, double[] scores, double best) {}

    public ScoredReplay {
        scored = List.copyOf(scored);
    }

    /** Scores all series, and keeps what has a score. */
    public static ScoredReplay of(Replay replay, TrendScorer scorer) {
        TrendScorer.Scoring scoring = scorer.of(replay);
        List<Scored> scored = new ArrayList<>();
        for (TermSeries series : replay.series()) {
            double[] scores = scoring.scores(series);
            double best = Arrays.stream(scores).max().orElse(0);
            if (best > 0) {
                int[] kept = IntStream.range(0, scores.length)
                        .filter(i -> scores[i] > 0)
                        .toArray();
                scored.add(new Scored(
                        series.only(kept),
                        Arrays.stream(kept).mapToDouble(i -> scores[i]).toArray(),
                        best));
            }
        }
        return new ScoredReplay(replay, scorer.name(), scored);
    }

    /** Returns these scores without the counts that they were made of, which take more memory. */
    public ScoredReplay alone() {
        return new ScoredReplay(replay.withoutSeries(), scorer, scored);
    }

    /**
     * Returns the episodes at a threshold whose first alarm lies at or after a window, in the order of their beginnings.
     *
     * @param from number of a window; what comes before it is for learning
     */
    public List<Episode> episodes(double threshold, int from) {
        int quiet = Math.toIntExact(Life.quiet(replay.widthSeconds()) / Decisions.widthMicros(replay.widthSeconds()));
        return scored.stream()
                .filter(term -> term.best() >= threshold)
                .flatMap(term -> Episode.of(term.series(), term.scores(), threshold, quiet).stream())
                .filter(episode -> episode.first() >= from)
                .sorted(Comparator.comparingInt(Episode::first)
                        .thenComparing(episode -> episode.name().kind())
                        .thenComparing(episode -> episode.name().term()))
                .toList();
    }

    /** Returns the peaks of all scores that could be thresholds, descending: one of each term's best. */
    Stream<Double> peaks() {
        return scored.stream().map(Scored::best).sorted(Comparator.reverseOrder());
    }
}
