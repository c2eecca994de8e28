package io.groundswell.trends.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.score.Thresholds.Calibrated;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdsTest {
    private static final int WIDTH = 300;
    private static final Threshold SIX = Threshold.uncalibrated(6);
    private static final Threshold FIRST = new Threshold(4.5, 0.9, 7);
    private static final Threshold SECOND = new Threshold(5.5, 1.1, 14);

    private static Calibrated from(long moment, Threshold threshold) {
        return new Calibrated(WIDTH, "all", moment, threshold);
    }

    @Test
    void holdFromTheirMomentUntilTheNext() {
        Thresholds thresholds = Thresholds.of(List.of(from(200, SECOND), from(100, FIRST)), TrendSettings.DEFAULT);

        assertThat(thresholds.at(99, WIDTH, "all")).isEqualTo(SIX);
        assertThat(thresholds.at(100, WIDTH, "all")).isEqualTo(FIRST);
        assertThat(thresholds.at(199, WIDTH, "all")).isEqualTo(FIRST);
        assertThat(thresholds.at(200, WIDTH, "all")).isEqualTo(SECOND);
    }

    @Test
    void holdForTheirWidthAndScopeAlone() {
        Thresholds thresholds = Thresholds.of(List.of(from(100, FIRST)), TrendSettings.DEFAULT);

        assertThat(thresholds.at(100, 3600, "all")).isEqualTo(SIX);
        assertThat(thresholds.at(100, WIDTH, "language:en")).isEqualTo(SIX);
        assertThat(Thresholds.uncalibrated(TrendSettings.DEFAULT).at(100, WIDTH, "all"))
                .isEqualTo(SIX);
    }
}
