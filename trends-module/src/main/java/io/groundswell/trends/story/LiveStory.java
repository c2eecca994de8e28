package io.groundswell.trends.story;

import io.groundswell.model.StoryTerm;
import io.groundswell.table.Micros;
import java.time.Duration;
import java.util.List;

/**
 * A story that goes on, as its newest window told it.
 *
 * @param start start of its first window, in microseconds
 * @param newest start of that window, in microseconds
 * @param peakAuthors most authors of any window so far
 */
record LiveStory(
        String id, long start, long newest, String label, List<StoryTerm> terms, long peakAuthors, double shown) {
    /**
     * How long a story can be without a row and end yet: one whose trends were taken back before its last window's next, in
     * which nobody wrote, has no row that ends it until somebody writes again.
     */
    static final Duration UNENDED = Duration.ofDays(7);

    boolean canEndIn(long window) {
        return window - newest <= Micros.of(UNENDED);
    }

    boolean has(TermId term) {
        return terms.stream()
                .anyMatch(its -> its.kind().equals(term.kind()) && its.term().equals(term.term()));
    }
}
