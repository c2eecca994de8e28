package io.groundswell.trends.evaluate;

import java.time.Duration;

/**
 * SigniTrend's significance (Schubert, Weiler and Kriegel, KDD 2014): by how many deviations a count exceeds its
 * exponentially weighted mean, (x − max(m, β)) / (√v + β), with Δ = x − m, m ← m + αΔ and v ← (1 − α)(v + αΔ²).
 *
 * @param halfLife of the mean and variance; α = 1 − 2^(−width / halfLife)
 * @param noise β, in authors of a window
 */
public record SigniTrend(Duration halfLife, double noise) implements TrendScorer {

    @Override
    public String name() {
        return "SigniTrend, %d h".formatted(halfLife.toHours());
    }

    @Override
    public Scoring of(Replay replay) {
        double alpha = 1 - StrictMath.pow(2, -(double) replay.widthSeconds() / halfLife.toSeconds());
        return series -> scores(series, alpha);
    }

    private double[] scores(TermSeries series, double alpha) {
        double[] scores = new double[series.size()];
        double mean = 0;
        double variance = 0;
        int next = series.size() == 0 ? 0 : series.windows()[0];
        for (int i = 0; i < series.size(); i++) {
            for (; next < series.windows()[i]; next++) {
                variance = (1 - alpha) * (variance + alpha * mean * mean);
                mean -= alpha * mean;
            }
            double count = series.authors()[i];
            scores[i] = Math.max(0, (count - Math.max(mean, noise)) / (Math.sqrt(variance) + noise));
            double error = count - mean;
            mean += alpha * error;
            variance = (1 - alpha) * (variance + alpha * error * error);
            next++;
        }
        return scores;
    }
}
