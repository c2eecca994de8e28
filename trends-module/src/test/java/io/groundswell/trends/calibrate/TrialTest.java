package io.groundswell.trends.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.job.PlatformException;
import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.evaluate.CountedReplay;
import io.groundswell.trends.evaluate.Replay;
import io.groundswell.trends.evaluate.TermName;
import org.junit.jupiter.api.Test;

class TrialTest {
    private static final int HOUR = 3600;
    private static final long STEP = 3_600_000_000L;
    private static final int BURSTS_A_DAY = 6;

    /** Each burst is of a term of its own, and of its own height. */
    private static Replay replay(int days) {
        CountedReplay replay = new CountedReplay(HOUR, 0, 24 * days, window -> false, 1 << 20);
        for (int window = 0; window < 24 * days; window++) {
            replay.total(window * STEP, 100);
        }
        for (int burst = 0; burst < BURSTS_A_DAY * days; burst++) {
            int window = burst / BURSTS_A_DAY * 24 + 3 * (burst % BURSTS_A_DAY);
            int authors = 8 + burst;
            replay.count(new TermName("word", "w" + burst), window * STEP, authors, authors, 1, Math.min(64, authors));
        }
        return replay.build();
    }

    private static Trial of(int days, double wanted, long seed) {
        return Trial.of(replay(days), TrendSettings.DEFAULT, new CalibrationSettings(wanted, 20, 28, seed));
    }

    @Test
    void findsTheThresholdOfTheWantedRateAndChecksItOnOthers() {
        Trial trial = of(8, 2, 1);

        assertThat(trial.found().falseAlarmsADay()).isBetween(1.5, 2.0);
        assertThat(trial.falseAlarmsPerDay()).isBetween(1.2, 2.8);
        assertThat(trial.interval().low()).isLessThan(trial.falseAlarmsPerDay());
        assertThat(trial.interval().high()).isGreaterThan(trial.falseAlarmsPerDay());
        assertThat(trial.days()).isEqualTo(8);
        assertThat(trial.learnDays()).isEqualTo(4);
        assertThat(trial.heldOutDays()).isEqualTo(10 * 4);
        assertThat(trial.shiftDays()).isEqualTo(1);
        assertThat(of(8, 1, 1).found().threshold()).isGreaterThan(trial.found().threshold());
    }

    @Test
    void givesTheSameForTheSameSeed() {
        assertThat(of(8, 2, 5)).isEqualTo(of(8, 2, 5));
        assertThat(of(8, 2, 6)).isNotEqualTo(of(8, 2, 5));
    }

    @Test
    void shiftsByWeeksWhereThereAreFour() {
        Trial trial = of(29, 2, 1);

        assertThat(trial.shiftDays()).isEqualTo(7);
        assertThat(trial.days()).isEqualTo(28);
        assertThat(trial.learnDays()).isEqualTo(14);
    }

    @Test
    void goesNoLowerWhereNothingAlarms() {
        Trial trial = of(8, 1000, 1);

        assertThat(trial.found().threshold()).isEqualTo(3);
    }

    @Test
    void saysThatTwoDaysAreTooFew() {
        assertThatThrownBy(() -> of(2, 1, 1))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("at least 3 whole days")
                .hasMessageContaining("are of 2");
    }
}
