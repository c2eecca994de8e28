package io.groundswell.ingest.simulate.plan;

import java.util.List;

/** Bounds to which counts that follow Poisson's law keep, but for one in a hundred thousand or so. */
final class PoissonLaw {
    private static final double SIGMAS = 5;

    private PoissonLaw() {}

    /** A count and what was expected of it. */
    record Cell(double expected, long seen) {}

    /** Returns whether a count is off by no more than 5 standard deviations, or 2. */
    static boolean holds(Cell cell) {
        return Math.abs(cell.seen() - cell.expected()) <= 2 + SIGMAS * Math.sqrt(cell.expected());
    }

    /**
     * Returns how far Pearson's statistic of so many counts is off its mean, in standard deviations: about 0 under Poisson's law,
     * below where counts are more even, above where they are less or the expectation is wrong.
     */
    static double dispersion(List<Cell> cells) {
        double pearson = cells.stream()
                .mapToDouble(cell -> Math.pow(cell.seen() - cell.expected(), 2) / cell.expected())
                .sum();
        // A count's own square has a variance of 2 + 1/mean.
        double variance =
                cells.stream().mapToDouble(cell -> 2 + 1 / cell.expected()).sum();
        return (pearson - cells.size()) / Math.sqrt(variance);
    }
}
