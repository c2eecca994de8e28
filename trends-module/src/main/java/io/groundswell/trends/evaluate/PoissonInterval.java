package io.groundswell.trends.evaluate;

import java.util.function.DoublePredicate;

/**
 * The exact interval of a Poisson mean of which a count was seen (Garwood, 1936): the means under which neither so many nor
 * so few are less likely than half of what the confidence leaves.
 */
public record PoissonInterval(double low, double high) {
    private static final double TAIL = 0.025;
    private static final int STEPS = 100;

    /** Returns that of 95 %. */
    public static PoissonInterval of95(long count) {
        double most = 2 * count + 20.0;
        double low = count == 0 ? 0 : boundary(most, mean -> 1 - atMost(count - 1, mean) >= TAIL);
        return new PoissonInterval(low, boundary(most, mean -> atMost(count, mean) <= TAIL));
    }

    /** Returns this of a mean a day, where the count is of so many days. */
    public PoissonInterval per(long days) {
        return new PoissonInterval(low / days, high / days);
    }

    /** Returns the least mean that passes, where all greater ones do. */
    private static double boundary(double most, DoublePredicate passes) {
        double fails = 0;
        double does = most;
        for (int step = 0; step < STEPS; step++) {
            double middle = (fails + does) / 2;
            if (passes.test(middle)) {
                does = middle;
            } else {
                fails = middle;
            }
        }
        return does;
    }

    /** Returns P[X ≤ count]. */
    private static double atMost(long count, double mean) {
        double ln = -mean;
        double sum = Math.exp(ln);
        for (long i = 1; i <= count; i++) {
            ln += Math.log(mean / i);
            sum += Math.exp(ln);
        }
        return Math.min(1, sum);
    }
}
