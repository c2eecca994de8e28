package io.groundswell.trends.evaluate;

import java.time.Duration;

/**
 * Mastodon's trending tags: accounts of today so far against all of yesterday, (observed − expected)² / expected, 0 below
 * 5 observed or where more were expected; at least 1 is expected. Days are UTC's. A day's accounts are taken as the sum of
 * its windows' distinct ones, which is more where one account posts in several windows.
 */
public record MastodonTrends() implements TrendScorer {
    private static final int LEAST_OBSERVED = 5;
    private static final long DAY_MICROS = Duration.ofDays(1).toMillis() * 1_000;

    @Override
    public String name() {
        return "Mastodon";
    }

    @Override
    public Scoring of(Replay replay) {
        return series -> scores(replay, series);
    }

    private static double[] scores(Replay replay, TermSeries series) {
        double[] scores = new double[series.size()];
        long day = Long.MIN_VALUE;
        double today = 0;
        double yesterday = 0;
        for (int i = 0; i < series.size(); i++) {
            long its = Math.floorDiv(replay.startOf(series.windows()[i]), DAY_MICROS);
            if (its != day) {
                yesterday = its == day + 1 ? today : 0;
                today = 0;
                day = its;
            }
            today += series.authors()[i];
            double expected = Math.max(1, yesterday);
            boolean isUp = today >= LEAST_OBSERVED && today > expected;
            scores[i] = isUp ? (today - expected) * (today - expected) / expected : 0;
        }
        return scores;
    }
}
