package io.groundswell.trends.story;

import java.util.Comparator;

/**
 * A row of gold.trends, as far as it matters to stories.
 *
 * @param start of the trend, in microseconds: with the term its identity
 * @param observed authors in the window
 * @param isOver whether the trend has ended, so that it is in no story any more
 */
record ToldTrend(TermId term, Name name, long start, String display, long observed, double shown, boolean isOver) {
    static final Comparator<ToldTrend> STRONGEST_FIRST =
            Comparator.comparingDouble(ToldTrend::shown).reversed().thenComparing(ToldTrend::term);

    static ToldTrend of(Key key, String display, long observed, double shown, boolean isOver) {
        return new ToldTrend(key.term(), Name.of(key.term(), display), key.start(), display, observed, shown, isOver);
    }

    Key key() {
        return new Key(term, start);
    }

    /** A trend from its start to its end. */
    record Key(TermId term, long start) {}
}
