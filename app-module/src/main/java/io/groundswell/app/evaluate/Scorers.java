package io.groundswell.app.evaluate;

import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.evaluate.GnipTrends;
import io.groundswell.trends.evaluate.MastodonTrends;
import io.groundswell.trends.evaluate.PlainCounts;
import io.groundswell.trends.evaluate.SigniTrend;
import io.groundswell.trends.evaluate.SurpriseScorer;
import io.groundswell.trends.evaluate.TrendScorer;
import java.time.Duration;
import java.util.List;

/** The scorers that are compared: a new rival is a new line. */
final class Scorers {
    private Scorers() {}

    /** Returns all of them, ours first. */
    static List<TrendScorer> all(TrendSettings settings) {
        return List.of(
                new SurpriseScorer(settings),
                new SigniTrend(Duration.ofHours(24), 1),
                new SigniTrend(Duration.ofHours(6), 0.5),
                new GnipTrends(),
                new MastodonTrends(),
                new PlainCounts());
    }
}
