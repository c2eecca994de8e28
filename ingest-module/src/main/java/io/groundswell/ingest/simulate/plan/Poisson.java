package io.groundswell.ingest.simulate.plan;

import java.util.SplittableRandom;

/** Draws by Poisson's law: as many as there are unit-rate arrivals, whose gaps are exponential, before the mean. */
final class Poisson {
    private Poisson() {}

    /** Draws a number; takes time in proportion to the mean. */
    static int draw(double mean, SplittableRandom random) {
        int count = 0;
        for (double at = gap(random); at < mean; at += gap(random)) {
            count++;
        }
        return count;
    }

    /** Draws the time until the next arrival at a rate of 1. */
    static double gap(SplittableRandom random) {
        return -StrictMath.log(1 - random.nextDouble());
    }
}
