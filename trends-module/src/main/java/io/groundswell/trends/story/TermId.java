package io.groundswell.trends.story;

import java.util.Comparator;

/** A term, whatever its scope. */
record TermId(String kind, String term) implements Comparable<TermId> {
    private static final Comparator<TermId> ORDER =
            Comparator.comparing(TermId::term).thenComparing(TermId::kind);

    @Override
    public int compareTo(TermId other) {
        return ORDER.compare(this, other);
    }
}
