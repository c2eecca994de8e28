package io.groundswell.trends.rule;

import java.io.Serializable;

/**
 * When a rule holds: at decisions at or after {@code from} and before {@code to}, both in microseconds.
 *
 * @param ruleId the rule
 */
public record InForce(String ruleId, long from, long to) implements Serializable {
    /** The end of a rule that has none. */
    static final long FOREVER = Long.MAX_VALUE;

    public boolean at(long moment) {
        return from <= moment && moment < to;
    }

    /** Returns whether nobody has said when it ends. */
    public boolean isOpen() {
        return to == FOREVER;
    }

    /** Returns whether it holds at a moment or comes later. */
    public boolean endsAfter(long moment) {
        return to > moment;
    }

    /** Returns whether it holds at some moment after one and up to another. */
    boolean within(long after, long through) {
        return from <= through && to > Math.addExact(after, 1);
    }
}
