package io.groundswell.trends.count;

import java.io.Serializable;

/**
 * A term in a scope, counted in windows of one width, and what had been learnt of it by its newest window.
 *
 * @param pastWindow start of that window, in microseconds; null for a term without one
 * @param pastLearned null for a term without one
 * @param pastCappedSince in microseconds; null where the window had no more than was expected
 */
public record Series(
        int width, String scope, String kind, String term, Long pastWindow, Double pastLearned, Long pastCappedSince)
        implements Serializable {

    /** Returns whether it was counted for the first time. */
    public boolean isNew() {
        return pastWindow == null;
    }

    boolean isOf(int otherWidth, String otherScope, String otherKind, String otherTerm) {
        return term.equals(otherTerm) && width == otherWidth && kind.equals(otherKind) && scope.equals(otherScope);
    }
}
