package io.groundswell.trends.score;

/**
 * The upper tail of the negative binomial distribution, in logarithms, so that it never underflows.
 *
 * <p>P[X ≥ x] of mean μ and size r is the regularised incomplete beta function I_q(x, r) with q = μ / (μ + r); it is
 * computed by its continued fraction (Numerical Recipes, 6.4; modified Lentz). Only {@link StrictMath} is used: the
 * same arguments give the same bits on every machine.
 */
final class NegativeBinomial {
    private static final double LN_10 = StrictMath.log(10);
    private static final double HALF_LN_2_PI = 0.5 * StrictMath.log(2 * Math.PI);
    private static final double TINY = 1e-300;
    private static final double PRECISION = 1e-15;
    private static final int MAX_STEPS = 100_000;
    private static final double STIRLING_FROM = 15;

    private NegativeBinomial() {}

    /**
     * Returns −log10 P[X ≥ count], 0 for {@code count} = 0.
     *
     * @param mean above 0
     * @param size above 0; the variance is {@code mean + mean² / size}
     */
    static double evidence(long count, double mean, double size) {
        if (count <= 0) {
            return 0;
        }
        double x = count;
        double q = mean / (mean + size);
        double lnQ = -StrictMath.log1p(size / mean);
        double lnP = -StrictMath.log1p(mean / size);
        double lnFront = lnGamma(x + size) - lnGamma(x) - lnGamma(size) + x * lnQ + size * lnP;
        double lnTail;
        if (q < (x + 1) / (x + size + 2)) {
            lnTail = lnFront - StrictMath.log(x) + StrictMath.log(fraction(x, size, q));
        } else {
            double below = StrictMath.exp(lnFront - StrictMath.log(size)) * fraction(size, x, size / (mean + size));
            lnTail = StrictMath.log1p(-Math.min(below, 1 - 1e-16));
        }
        return Math.max(0, -lnTail / LN_10);
    }

    /** Returns the continued fraction of the incomplete beta function I_x(a, b). */
    private static double fraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / notZero(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m <= MAX_STEPS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / notZero(1 + even * d);
            c = notZero(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / notZero(1 + odd * d);
            c = notZero(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < PRECISION) {
                return value;
            }
        }
        return value;
    }

    private static double notZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** Returns ln Γ(z) for z above 0, by Stirling's series after shifting small arguments up. */
    static double lnGamma(double z) {
        double shift = 1;
        double at = z;
        while (at < STIRLING_FROM) {
            shift *= at;
            at += 1;
        }
        double inverse = 1 / at;
        double square = inverse * inverse;
        double series = inverse
                * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188))));
        return (at - 0.5) * StrictMath.log(at) - at + HALF_LN_2_PI + series - StrictMath.log(shift);
    }
}
