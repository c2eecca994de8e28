package io.groundswell.trends.evaluate;

import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.score.SeriesEvidence;

/**
 * Our own scorer, by the code that scores gold.term_counts: its evidence where a window passes all other conditions of an
 * alarm, and 0 elsewhere.
 */
public record SurpriseScorer(TrendSettings settings) implements TrendScorer {

    @Override
    public String name() {
        return "Groundswell";
    }

    @Override
    public Scoring of(Replay replay) {
        SeriesEvidence evidence = new SeriesEvidence(replay.widthSeconds(), replay.start(), replay.authors(), settings);
        return series -> evidence.of(
                series.windows(), series.authors(), series.posts(), series.topAuthorPosts(), series.texts());
    }
}
