package io.groundswell.trends.score;

import io.groundswell.trends.count.Decisions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much more a term's counts spread than Poisson's law has it, from its own past: the α of a variance μ + αμ², by
 * moments over its quiet windows of the last {@link #memory}, whose weight halves like the baseline's:
 * α = Σ((x − μ)² − x) / Σμ² with μ = n S/E. Quiet are those that no hole touches and that were not winsorised; those
 * without the term count as well, and of them the sum of the scope is enough. A term that has been seen little keeps nearly
 * the α that is assumed of all.
 *
 * <p>It is summed up anew for each window, over the same windows in the same order wherever reading began: so whatever was
 * decided together, the same posts give the same bits.
 */
final class Spread {
    private static final double ASSUMED = 1.0 / 8; // 1/φ
    private static final double LEAST = 1.0 / 200;
    /** What the assumption is worth, in Σμ². */
    private static final double WORTH = 50;

    private static final int HALF_LIVES = 5;
    private static final Map<Integer, double[]> WEIGHTS = new ConcurrentHashMap<>();

    private final double[] weights;
    private final long step;
    private final long at;
    private double authors;
    private double squares;
    private double products;
    private double leftOut;

    /** Starts the spread of a window, with nothing seen. */
    Spread(int widthSeconds, long window) {
        this.weights = weights(widthSeconds);
        this.step = Decisions.widthMicros(widthSeconds);
        this.at = window;
    }

    /** Returns for how long before a window others are looked at. */
    static long memory(int widthSeconds) {
        return HALF_LIVES * Baseline.halfLife(widthSeconds);
    }

    /** Returns the weight of a window that starts so many windows before another, from 0 to those of {@link #memory}. */
    static double[] weights(int widthSeconds) {
        return WEIGHTS.computeIfAbsent(widthSeconds, width -> {
            long step = Decisions.widthMicros(width);
            double[] weights = new double[Math.toIntExact(memory(width) / step) + 1];
            for (int lag = 0; lag < weights.length; lag++) {
                weights[lag] = Baseline.decayed(1, 0, lag * step, width);
            }
            return weights;
        });
    }

    /**
     * Takes a quiet window of the memory.
     *
     * @param scopeAuthors n
     */
    void see(long window, long observed, long scopeAuthors) {
        double weight = weight(window);
        double x = observed;
        authors += weight * x;
        squares += weight * x * x;
        products += weight * x * scopeAuthors;
    }

    /** Takes a window of the memory that was not quiet: it says nothing. */
    void leaveOut(long window, long scopeAuthors) {
        leftOut += weight(window) * scopeAuthors * scopeAuthors;
    }

    /**
     * Returns α.
     *
     * @param rate S/E before the window
     * @param scopeSquares weighted sum of n² of all windows of the memory that no hole touches
     */
    double alpha(double rate, double scopeSquares) {
        double expectedSquares = rate * rate * Math.max(0, scopeSquares - leftOut);
        double excess = squares - 2 * rate * products + expectedSquares - authors;
        return Math.max(LEAST, (ASSUMED * WORTH + excess) / (WORTH + expectedSquares));
    }

    private double weight(long window) {
        return weights[Math.toIntExact((at - window) / step)];
    }
}
