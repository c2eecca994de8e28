package io.groundswell.trends.evaluate;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A trend that is known to be in a replay.
 *
 * @param name the term that has to be found
 * @param words other terms that only its posts have: their alarms are due to it as well
 * @param group what it is reported with: its strength and shape
 * @param start of its first post
 * @param end behind its last post
 * @param base expected authors of the term in each window that it touches, without it
 */
public record Plant(TermName name, Set<String> words, String group, Instant start, Instant end, List<Double> base) {

    public Plant {
        words = Set.copyOf(words);
        base = List.copyOf(base);
    }

    /** Returns whether an episode is of its term or words, or of a term of which many posts have its hashtag. */
    boolean isSpokenOfIn(Episode episode) {
        return name.equals(episode.leader()) || hasOneIn(episode.name().term());
    }

    private boolean hasOneIn(String term) {
        return term.equals(name.term())
                || words.contains(term)
                || Stream.of(term.split(" ")).anyMatch(word -> words.contains(word) || word.equals(name.term()));
    }
}
