package io.groundswell.trends.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RivalsTest {
    private static final int HOUR = 3600;

    private static double[] scores(TrendScorer scorer, int... authors) {
        int[] scope = new int[authors.length];
        Arrays.fill(scope, 1000);
        Replay replay = new Replay(HOUR, 0, scope, List.of());
        return scorer.of(replay).scores(SeriesOf.authors("tag", authors));
    }

    @Test
    void signiTrendDividesByTheDeviation() {
        // α = 1/2: m = 2, v = 4 after the first window; m = 1, v = 3 after the empty one
        double[] scores = scores(new SigniTrend(Duration.ofHours(1), 1), 4, 0, 9);
        assertThat(scores[0]).isCloseTo((4 - 1) / (0 + 1.0), within(1e-12));
        assertThat(scores[1]).isCloseTo((9 - 1) / (Math.sqrt(3) + 1), within(1e-12));
    }

    @Test
    void signiTrendScoresNothingBelowTheMean() {
        double[] scores = scores(new SigniTrend(Duration.ofHours(6), 1), 50, 1);
        assertThat(scores[1]).isZero();
    }

    @Test
    void mastodonHoldsTodayAgainstYesterday() {
        int[] authors = new int[48];
        authors[3] = 4;
        authors[24] = 4;
        authors[30] = 8;
        double[] scores = scores(new MastodonTrends(), authors);
        assertThat(scores).containsExactly(0, 0, (12 - 4) * (12 - 4) / 4.0);
    }

    @Test
    void mastodonForgetsTheDayBeforeYesterday() {
        int[] authors = new int[72];
        authors[0] = 30;
        authors[71] = 9;
        assertThat(scores(new MastodonTrends(), authors)[1]).isEqualTo(64);
    }

    @Test
    void gnipDividesByThePoissonInterval() {
        // exact 99 % intervals: of 0 up to 5.298, of 10 from 3.717 to 21.398
        assertThat(GnipTrends.interval(0)).isCloseTo(5.298, within(0.05));
        assertThat(GnipTrends.interval(10)).isCloseTo(21.398 - 3.717, within(0.05));
        double[] scores = scores(new GnipTrends(), 10, 30, 0, 12);
        assertThat(scores[1]).isCloseTo(20 / (21.398 - 3.717), within(0.01));
        assertThat(scores[2]).isCloseTo(12 / 5.298, within(0.03));
    }

    @Test
    void plainCountsAreTheAuthors() {
        assertThat(scores(new PlainCounts(), 3, 0, 7)).containsExactly(3, 7);
    }

    @Test
    void poissonsTailIsExact() {
        assertThat(Poisson.evidence(5, 0.5)).isCloseTo(3.76418, within(1e-4));
        assertThat(Poisson.evidence(1, 0.5)).isCloseTo(-Math.log10(1 - Math.exp(-0.5)), within(1e-9));
        assertThat(Poisson.evidence(3, 4)).isZero();
        assertThat(Poisson.evidence(1, 0)).isInfinite();
    }
}
