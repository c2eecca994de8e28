package io.groundswell.trends.evaluate;

import io.groundswell.model.Term;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Series for tests. */
final class SeriesOf {
    private SeriesOf() {}

    /** Returns the series of a hashtag with these authors in the windows from 0 on, each with a post of its own. */
    static TermSeries authors(String tag, int... authors) {
        int[] windows = IntStream.range(0, authors.length)
                .filter(window -> authors[window] > 0)
                .toArray();
        int[] counts = Arrays.stream(windows).map(window -> authors[window]).toArray();
        int[] ones = Arrays.stream(counts).map(count -> 1).toArray();
        int[] texts = Arrays.stream(counts).map(count -> Math.min(64, count)).toArray();
        return new TermSeries(
                new TermName(Term.HASHTAG, tag), windows, counts, counts, ones, texts, new TermName[windows.length]);
    }
}
