package io.groundswell.graph.cooccurrence;

import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;

/**
 * Sums of fractions that don't depend on the order of the rows, as sums of doubles do: the same rows give the same bits
 * however they are partitioned.
 */
public final class ExactSum {
    /** Fifteen digits behind the point, as many as a double of about 1 has, and thirteen before it. */
    private static final String EXACT = "decimal(28,15)";

    private ExactSum() {}

    /** Returns the sum of a column, DECIMAL: an aggregate, which may be put over a window. */
    public static Column of(Column fraction) {
        return sum(fraction.cast(EXACT));
    }
}
