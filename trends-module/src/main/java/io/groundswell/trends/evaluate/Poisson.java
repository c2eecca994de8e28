package io.groundswell.trends.evaluate;

/** The upper tail of Poisson's distribution, in logarithms. */
final class Poisson {
    private static final double LN_10 = Math.log(10);
    private static final double PRECISION = 1e-12;

    private Poisson() {}

    /**
     * Returns −log10 P[X ≥ count]; 0 where the count is not above the mean, since nothing is surprising there.
     *
     * @param mean at least 0; of 0 any count is infinitely surprising
     */
    static double evidence(int count, double mean) {
        if (count <= mean || count == 0) {
            return 0;
        }
        if (mean <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        double lnFirst = count * Math.log(mean) - mean;
        for (int i = 2; i <= count; i++) {
            lnFirst -= Math.log(i);
        }
        double sum = 1;
        double term = 1;
        for (int i = count + 1; term > PRECISION * sum; i++) {
            term *= mean / i;
            sum += term;
        }
        return Math.max(0, -(lnFirst + Math.log(sum)) / LN_10);
    }
}
