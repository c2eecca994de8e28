package io.groundswell.trends.score;

import io.groundswell.table.Micros;
import java.time.Duration;

/**
 * What the past lets one expect of a term in a window: a Gamma-Poisson model that forgets.
 *
 * <p>Of each term it keeps the decayed sum S of its authors, of the scope the decayed sum E of all authors. A window of
 * n authors is expected to hold μ = n (a0 + S) / (a0/p0 + E) of the term, with variance μ + μ²/r. To learn, r = min(a0 + S, φ) is
 * assumed; to score, it is fitted: see {@link Spread}.
 * While E is worth less than the prior, after a silence or at the start, the prior would hide how common the term is:
 * to the part to which the prior outweighs E, 1 − E / (a0/p0), it is expected at least at its own rate S / E, which
 * silence leaves as it is. So what is expected never jumps as E grows.
 *
 * @param expected μ, above 0 even where nobody wrote
 * @param size r
 */
record Baseline(double expected, double size) {
    private static final double PRIOR_AUTHORS = 0.5; // a0
    private static final double PRIOR_RATE = 5e-4; // p0
    private static final double PRIOR_EXPOSURE = PRIOR_AUTHORS / PRIOR_RATE;
    private static final double MAX_SIZE = 8; // φ
    private static final double CAP_DEVIATIONS = 4;
    private static final int SHORT_WIDTH_SECONDS = 600;
    private static final long SHORT_HALF_LIFE = Micros.of(Duration.ofDays(1));
    private static final long LONG_HALF_LIFE = Micros.of(Duration.ofDays(7));
    private static final int FORGOTTEN_AFTER_HALF_LIVES = 10;

    /**
     * Returns the baseline of a term in a window.
     *
     * @param learned S before the window
     * @param exposure E before the window
     * @param authors n; none counts as one, so that the expectation stays above 0
     */
    static Baseline of(double learned, double exposure, long authors) {
        double rate = (PRIOR_AUTHORS + learned) / (PRIOR_EXPOSURE + exposure);
        if (exposure > 0 && exposure < PRIOR_EXPOSURE) {
            double missing = 1 - exposure / PRIOR_EXPOSURE;
            rate = (1 - missing) * rate + missing * Math.max(rate, learned / exposure);
        }
        return new Baseline(Math.max(authors, 1) * rate, Math.min(PRIOR_AUTHORS + learned, MAX_SIZE));
    }

    /**
     * Returns the baseline of a term whose spread and season are known: its size is that of a sum of a0 + S authors and
     * of the spread together, 1/r = 1/(a0 + S) + α; at a time at which the term has a season it is expected at that rate at
     * least.
     *
     * @param spread α: see {@link Spread}
     */
    static Baseline of(double learned, double exposure, long authors, double spread, Season season) {
        Baseline plain = of(learned, exposure, authors);
        double known = PRIOR_AUTHORS + learned;
        double expected = plain.expected;
        double seasonal = Math.max(authors, 1) * season.rate();
        if (seasonal > expected) {
            expected = seasonal;
            known = PRIOR_AUTHORS + season.authors();
        }
        return new Baseline(expected, 1 / (1 / known + spread));
    }

    /** Returns it with another expectation where that is more. */
    Baseline orMore(double other) {
        return other > expected ? new Baseline(other, size) : this;
    }

    /** Returns the most authors of one window that are learnt from, lest one burst poison the baseline. */
    double cap() {
        return expected + CAP_DEVIATIONS * Math.sqrt(expected + expected * expected / size) + 1;
    }

    /** Returns −log10 of the probability of as many authors as speak for themselves, or more. */
    double evidence(Counted counted) {
        return evidence(counted.voices());
    }

    /** Returns −log10 of the probability of so many voices, or more. */
    double evidence(long voices) {
        return NegativeBinomial.evidence(voices, expected, size);
    }

    double lift(long observed) {
        return observed / expected;
    }

    /**
     * Returns what is left at one window of a sum learnt up to and with an earlier one: one step, whatever windows lie
     * between, and nothing at all after {@link #memory}, so that older rows need not be read.
     */
    static double decayed(double learned, long from, long to, int widthSeconds) {
        long elapsed = to - from;
        if (elapsed > memory(widthSeconds)) {
            return 0;
        }
        return learned * StrictMath.pow(0.5, (double) elapsed / halfLife(widthSeconds));
    }

    /** Returns the age in microseconds beyond which a sum is forgotten. */
    static long memory(int widthSeconds) {
        return FORGOTTEN_AFTER_HALF_LIVES * halfLife(widthSeconds);
    }

    static long halfLife(int widthSeconds) {
        return widthSeconds <= SHORT_WIDTH_SECONDS ? SHORT_HALF_LIFE : LONG_HALF_LIFE;
    }
}
