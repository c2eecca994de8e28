package io.groundswell.ingest.simulate.language;

import java.util.SplittableRandom;

/**
 * Draws from {@code 0 … n − 1} by given weights in constant time: Walker's alias method in the form of Vose (1991).
 */
public final class AliasTable {
    private final double[] keep;
    private final int[] alias;

    private AliasTable(double[] keep, int[] alias) {
        this.keep = keep;
        this.alias = alias;
    }

    /** Returns a table in which rank r, counted from 0, has weight {@code 1 / (r + 1)^exponent}. */
    public static AliasTable zipf(int size, double exponent) {
        return zipf(size, exponent, 0);
    }

    /** Returns a table in which rank r has weight {@code 1 / (r + 1 + offset)^exponent}: Zipf's law as Mandelbrot has it. */
    static AliasTable zipf(int size, double exponent, double offset) {
        double[] weights = new double[size];
        for (int rank = 0; rank < size; rank++) {
            weights[rank] = StrictMath.pow(rank + 1 + offset, -exponent);
        }
        return of(weights);
    }

    /** Returns a table of these weights, which are ≥ 0 and not all 0. */
    public static AliasTable of(double... weights) {
        int size = weights.length;
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        if (!(total > 0)) {
            throw new IllegalArgumentException("Weights must have a sum > 0, was " + total);
        }
        double[] scaled = new double[size];
        int[] order = new int[size]; // poor ones from the left, rich ones from the right
        int poor = 0;
        int rich = size;
        for (int i = 0; i < size; i++) {
            scaled[i] = weights[i] * size / total;
            order[scaled[i] < 1 ? poor++ : --rich] = i;
        }
        return new AliasTable(scaled, pair(scaled, order, poor));
    }

    /** Fills each poor cell up from a rich one; leaves in {@code scaled} what each cell keeps for itself. */
    private static int[] pair(double[] scaled, int[] order, int poorCount) {
        int[] alias = new int[scaled.length];
        int rich = poorCount;
        // What a rich cell has left may be poor in turn; it then takes its own place at the border of the two.
        for (int poor = 0; poor < rich && rich < order.length; poor++) {
            int small = order[poor];
            int large = order[rich];
            alias[small] = large;
            scaled[large] -= 1 - scaled[small];
            if (scaled[large] < 1) {
                rich++;
            }
        }
        return alias;
    }

    /** Draws one. */
    public int next(SplittableRandom random) {
        int cell = random.nextInt(keep.length);
        return random.nextDouble() < keep[cell] ? cell : alias[cell];
    }
}
