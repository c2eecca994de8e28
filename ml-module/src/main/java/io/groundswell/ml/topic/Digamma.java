package io.groundswell.ml.topic;

/** The digamma function ψ, the derivative of log Γ. */
final class Digamma {
    private static final double LARGE_ENOUGH = 6;

    private Digamma() {}

    /**
     * Returns ψ(x) to about 1e-9, by ψ(x) = ψ(x + 1) − 1/x and the asymptotic series (Abramowitz and Stegun, 6.3.5 and
     * 6.3.18).
     *
     * @param x above 0
     */
    static double of(double x) {
        double below = 0;
        double at = x;
        while (at < LARGE_ENOUGH) {
            below += 1 / at;
            at++;
        }
        double inverse = 1 / at;
        double square = inverse * inverse;
        double series = square * (1.0 / 12 - square * (1.0 / 120 - square * (1.0 / 252 - square / 240)));
        return Math.log(at) - inverse / 2 - series - below;
    }
}
