package io.groundswell.trends.evaluate;

/**
 * Gnip's measure: how far a count lies above the one of the window before, ν, in widths of the exact 99 % interval of a
 * Poisson mean of which ν was seen: from half the χ² quantile 0.005 of 2ν degrees to half that of 0.995 of 2ν + 2. The
 * quantiles are Wilson's and Hilferty's approximation (1931).
 */
public record GnipTrends() implements TrendScorer {
    private static final double NORMAL_995 = 2.575829303548901;

    @Override
    public String name() {
        return "Gnip";
    }

    @Override
    public Scoring of(Replay replay) {
        return GnipTrends::scores;
    }

    private static double[] scores(TermSeries series) {
        double[] scores = new double[series.size()];
        for (int i = 0; i < series.size(); i++) {
            boolean follows = i > 0 && series.windows()[i - 1] == series.windows()[i] - 1;
            int before = follows ? series.authors()[i - 1] : 0;
            scores[i] = Math.max(0, (series.authors()[i] - before) / interval(before));
        }
        return scores;
    }

    static double interval(int count) {
        double lower = count == 0 ? 0 : 0.5 * chiSquare(2.0 * count, -NORMAL_995);
        return 0.5 * chiSquare(2.0 * count + 2, NORMAL_995) - lower;
    }

    private static double chiSquare(double degrees, double normal) {
        double spread = 2 / (9 * degrees);
        double root = 1 - spread + normal * Math.sqrt(spread);
        return degrees * root * root * root;
    }
}
