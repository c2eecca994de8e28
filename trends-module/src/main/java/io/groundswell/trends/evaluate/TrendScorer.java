package io.groundswell.trends.evaluate;

/** A way to say how surprising a term's counts are. It looks at nothing that lies behind the window it scores. */
public interface TrendScorer {

    /** Returns the name under which reports tell of it. */
    String name();

    /** Returns a scoring of one replay, which sees its totals before any series. */
    Scoring of(Replay replay);

    /** Scores the terms of one replay; for one thread. */
    interface Scoring {
        /** Returns a score for each window of the series, higher for more surprising, 0 for none at all. */
        double[] scores(TermSeries series);
    }
}
