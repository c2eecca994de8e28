package io.groundswell.trends.evaluate;

import java.util.Arrays;

/** The authors of a window and nothing else: what a scorer has to be better than. */
public record PlainCounts() implements TrendScorer {

    @Override
    public String name() {
        return "plain counts";
    }

    @Override
    public Scoring of(Replay replay) {
        return series -> Arrays.stream(series.authors()).asDoubleStream().toArray();
    }
}
