package io.groundswell.trends.evaluate;

import io.groundswell.table.Micros;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Something that is known to have happened.
 *
 * @param terms words of which a term has at least one when it speaks of the event
 * @param from when it can have begun to be spoken of
 * @param until when it was over
 */
public record KnownEvent(String name, Set<String> terms, Instant from, Instant until) {

    public KnownEvent {
        terms = Set.copyOf(terms);
    }

    boolean isSpokenOfIn(String term) {
        return terms.contains(term) || Stream.of(term.split(" ")).anyMatch(terms::contains);
    }

    /** Returns whether an episode is due to the event. */
    public boolean explains(Replay replay, Episode episode) {
        long start = replay.startOf(episode.first());
        return start >= Micros.of(from) - width(replay)
                && start < Micros.of(until)
                && isSpokenOfIn(episode.name().term());
    }

    /** Returns the first window that one of the episodes begins in because of the event; empty where none does. */
    public OptionalInt firstAlarm(Replay replay, List<Episode> episodes) {
        return episodes.stream()
                .filter(episode -> explains(replay, episode))
                .mapToInt(Episode::first)
                .min();
    }

    /**
     * Returns the first window in which the oracle would alarm of one of the event's terms, if their rates before it were
     * the true ones; empty where it never would.
     */
    public OptionalInt firstFeasible(Replay replay, Oracle oracle) {
        return replay.series().stream()
                .filter(series -> isSpokenOfIn(series.name().term()))
                .flatMapToInt(series -> firstFeasible(replay, oracle, series).stream())
                .min();
    }

    /** Returns the most authors that any of the event's terms has in a window while it lasts. */
    public int mostAuthors(Replay replay) {
        return replay.series().stream()
                .filter(series -> isSpokenOfIn(series.name().term()))
                .flatMapToInt(series -> IntStream.range(0, series.size())
                        .filter(i -> replay.startOf(series.windows()[i]) >= Micros.of(from))
                        .filter(i -> replay.startOf(series.windows()[i]) < Micros.of(until))
                        .map(i -> series.authors()[i]))
                .max()
                .orElse(0);
    }

    private OptionalInt firstFeasible(Replay replay, Oracle oracle, TermSeries series) {
        int begin = Math.max(0, replay.windowOf(Micros.of(from)));
        long before = 0;
        for (int i = 0; i < series.size() && series.windows()[i] < begin; i++) {
            before += series.authors()[i];
        }
        long scope = Arrays.stream(replay.authors(), 0, Math.min(begin, replay.windows()))
                .asLongStream()
                .sum();
        double rate = scope == 0 ? 0 : (double) before / scope;
        for (int i = 0; i < series.size(); i++) {
            int window = series.windows()[i];
            int authors = series.authors()[i];
            if (window >= begin
                    && replay.startOf(window) < Micros.of(until)
                    && authors >= oracle.minAuthors()
                    && Poisson.evidence(authors, rate * replay.authors()[window]) >= oracle.evidence()) {
                return OptionalInt.of(window);
            }
        }
        return OptionalInt.empty();
    }

    private static long width(Replay replay) {
        return replay.startOf(1) - replay.startOf(0);
    }
}
