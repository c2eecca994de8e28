package io.groundswell.graph.cooccurrence;

/** Tests and measures of how two hashtags hang together, from counts of authors. */
final class Association {
    private static final double LN_10 = Math.log(10);
    private static final double SQRT_PI = Math.sqrt(Math.PI);
    /** Below it the series for erf has lost no digits that matter to 1 − erf; above it the fraction converges. */
    private static final double SERIES_ENDS = 2;

    private static final int TERMS = 100;

    private Association() {}

    /**
     * Returns the evidence against independence: −log10 of the p-value of {@link #g2} under χ² with one degree of
     * freedom, {@code p = erfc(√(G²/2))}. It is found as a logarithm, so that it stays exact where p underflows.
     */
    static double significance(long total, long first, long second, long both) {
        return 0 - lnErfc(Math.sqrt(g2(total, first, second, both) / 2)) / LN_10;
    }

    /**
     * Returns G², the log-likelihood ratio of the 2×2 table: {@code 2 Σ observed ln(observed / expected)}. T. Dunning,
     * Accurate Methods for the Statistics of Surprise and Coincidence, Computational Linguistics 19(1), 1993.
     *
     * <p>An author with both tags in different posts is in both margins but not in {@code both}: the cell
     * 'neither' can't fall below 0 for that.
     */
    static double g2(long total, long first, long second, long both) {
        double onlyFirst = first - both;
        double onlySecond = second - both;
        double neither = Math.max(0, total - first - onlySecond);
        double all = both + onlyFirst + onlySecond + neither;
        double sum = term((double) both, (double) first * second / all)
                + term(onlyFirst, first * (all - second) / all)
                + term(onlySecond, second * (all - first) / all)
                + term(neither, (all - first) * (all - second) / all);
        return Math.max(0, 2 * sum);
    }

    private static double term(double observed, double expected) {
        return observed == 0 ? 0 : observed * Math.log(observed / expected);
    }

    /**
     * Returns ln erfc(x) for x ≥ 0: by the series of erf (Abramowitz and Stegun 7.1.6) for small x, else by the
     * continued fraction of erfc (7.1.14), whose factor exp(−x²) is a plain −x² in the logarithm.
     */
    static double lnErfc(double x) {
        if (x < SERIES_ENDS) {
            double term = x;
            double sum = x;
            for (int n = 1; n < TERMS; n++) {
                term *= 2 * x * x / (2 * n + 1);
                sum += term;
            }
            return Math.log1p(-2 / SQRT_PI * Math.exp(-x * x) * sum);
        }
        double fraction = x;
        for (int n = TERMS; n > 0; n--) {
            fraction = x + n / 2.0 / fraction;
        }
        return -x * x - Math.log(fraction * SQRT_PI);
    }
}
