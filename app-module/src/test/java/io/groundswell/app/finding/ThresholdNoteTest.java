package io.groundswell.app.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.trends.score.Rise;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdNoteTest {
    @Test
    void tellsEachThresholdOnceWithWhatItMeans() {
        ThresholdNote note = new ThresholdNote(List.of(
                trend(Duration.ofHours(1), 6, null),
                trend(Duration.ofMinutes(5), 4.83, 0.951),
                trend(Duration.ofMinutes(5), 4.83, 0.951)));

        assertThat(note.line())
                .isEqualTo("Alarms by evidence: windows of 5 min from 4.8 (0.95 false alarms a day) on;"
                        + " 60 min from 6.0 (not calibrated) on.");
    }

    @Test
    void saysThatWatchedTermsHaveTheirOwn() {
        TrendFinding watched = trend(Duration.ofMinutes(5), 2, null, "r1");

        assertThat(new ThresholdNote(List.of(watched, trend(Duration.ofHours(1), 6, null))).line())
                .isEqualTo("Alarms by evidence: windows of 60 min from 6.0 (not calibrated) on."
                        + " Watched terms alarm by their own: 'rules list' has them.");
        assertThat(new ThresholdNote(List.of(watched)).line())
                .isEqualTo("Watched terms alarm by their own: 'rules list' has them.");
    }

    private static TrendFinding trend(Duration width, double threshold, Double falseAlarmsPerDay) {
        return trend(width, threshold, falseAlarmsPerDay, null);
    }

    private static TrendFinding trend(Duration width, double threshold, Double falseAlarmsPerDay, String watchedBy) {
        Instant any = Instant.EPOCH;
        return new TrendFinding(
                "word",
                "storm",
                "storm",
                width,
                any,
                any,
                any,
                any,
                5,
                1,
                9,
                Rise.NONE,
                5,
                9,
                threshold,
                falseAlarmsPerDay,
                "rising",
                watchedBy,
                List.of());
    }
}
