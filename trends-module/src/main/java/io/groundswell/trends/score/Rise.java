package io.groundswell.trends.score;

import io.groundswell.trends.count.Decisions;
import java.io.Serializable;
import org.apache.spark.sql.Row;

/**
 * The most surprising run of windows that ends with one, for terms that rise too slowly for any window to stand out: the
 * voices of the run's windows together, against what the baseline foresaw before the run began, and what comes each day or
 * week in the run's hours. So a rise is not learnt while it is looked for.
 *
 * <p>It is a scan over time by expectation (Neill, "Expectation-based scan statistics for monitoring spatial time series",
 * 2009), with the negative binomial distribution of {@link Baseline} in place of Poisson's, and a few lengths in place of all:
 * a rise of any length fills three fifths of one of them or more.
 *
 * <p>An earlier window of the run counts with no more voices than the last one has: what was greater before is no rise. A run
 * whose later half has not half the voices of its earlier one is none either: so a burst that is over does not alarm again
 * once somebody mentions it. And beyond {@link #FULL} only the logarithm of the evidence counts. What goes on for hours
 * would gather evidence without end, and a threshold that is calibrated where much happens would then lie above every
 * burst in its first window.
 *
 * @param evidence −log10 of the probability of so many voices or more; e above 6 is 6 + log2(e / 6)
 * @param windows how many windows the run has; 0 where none was looked at
 */
public record Rise(double evidence, int windows) implements Serializable {
    public static final Rise NONE = new Rise(0, 0);

    static final double FULL = 6;

    /** Of the later half of a run in its earlier one. */
    private static final double LEAST_SHARE = 0.5;

    private static final double LN_2 = StrictMath.log(2);
    private static final int[] LENGTHS = {2, 3, 5, 9, 16, 27};

    /** What is known of a term; starts of windows in microseconds. */
    interface Past {
        /** Returns whether a window has a past to be surprised by. */
        boolean isKnown(long window);

        /**
         * Returns the voices of the windows that start in a stretch, but for masked ones, as their first decisions knew them.
         *
         * @param most as many of one window count
         */
        long voices(long from, long until, long most);

        /** Whether anybody was seen before a window. */
        boolean hasPast(long window);

        /** Returns the authors of the whole scope likewise. */
        long scopeAuthors(long from, long until);

        /** Returns what comes each day or week in the hours of the windows from one to another. */
        Season season(long first, long last);

        /** Returns the share of the scope's authors before a window that was the term's: S / E of {@link Baseline}. */
        double rate(long window);

        /** Returns what was learnt before a window lets one expect of so many authors of the scope. */
        Baseline before(long window, long scopeAuthors, Season season);
    }

    /** Takes the columns {@code rise} and {@code rise_windows} of a row, as gold.trends has them. */
    public static Rise of(Row row) {
        return new Rise(row.getAs("rise"), row.getAs("rise_windows"));
    }

    /** Returns how long before a window the longest run begins that ends with it. */
    static long reach(int widthSeconds) {
        return (LENGTHS[LENGTHS.length - 1] - 1) * Decisions.widthMicros(widthSeconds);
    }

    /**
     * Returns the rise up to a window.
     *
     * @param voices of the window itself
     * @param scopeAuthors of the window itself
     */
    static Rise upTo(long window, int widthSeconds, Past past, long voices, long scopeAuthors) {
        Rise most = NONE;
        for (int length : LENGTHS) {
            long start = window - (length - 1) * Decisions.widthMicros(widthSeconds);
            if (past.hasPast(start) && past.isKnown(start)) {
                long middle = start + length / 2 * Decisions.widthMicros(widthSeconds);
                long earlier = past.voices(start, middle, voices);
                long later = past.voices(middle, window, voices) + voices;
                if (later >= earlier * LEAST_SHARE) {
                    long scope = scopeAuthors + past.scopeAuthors(start, window);
                    // The prior holds a young baseline down a little, which in many windows adds up to a surprise.
                    Baseline baseline = past.before(start, scope, past.season(start, window))
                            .orMore(scope * past.rate(start));
                    double evidence = worth(baseline.evidence(earlier + later));
                    most = evidence > most.evidence ? new Rise(evidence, length) : most;
                }
            }
        }
        return most;
    }

    /**
     * Returns what is to reach the threshold: of the window, or of the rise up to it.
     *
     * @param alone evidence of the window alone
     */
    double strongest(double alone) {
        return Math.max(alone, evidence);
    }

    private static double worth(double evidence) {
        return evidence <= FULL ? evidence : FULL + StrictMath.log(evidence / FULL) / LN_2;
    }
}
