package io.groundswell.trends.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.trends.count.Decisions;
import org.junit.jupiter.api.Test;

class LifeTest {
    private static final int WIDTH = 300;
    private static final long STEP = Decisions.widthMicros(WIDTH);

    private Life life = Life.startedBy(0, 20, 9);

    private String next(long observed, double evidence, boolean isAlarmed) {
        life = life.next(life.window() + STEP, WIDTH, observed, evidence, isAlarmed);
        return life.state();
    }

    @Test
    void passesFromEmergingToFading() {
        assertThat(life.state()).isEqualTo("emerging");
        assertThat(next(30, 12, true)).isEqualTo("emerging");
        assertThat(next(40, 15, true)).isEqualTo("rising");
        assertThat(next(40, 15, true)).isEqualTo("peaking");
        assertThat(next(20, 5, false)).isEqualTo("peaking");
        assertThat(next(19, 5, false)).isEqualTo("fading");
    }

    @Test
    void isOverAnHourAfterTheLastAlarm() {
        for (int window = 1; window < 12; window++) {
            assertThat(next(20, 5, false)).isNotEqualTo(Life.OVER);
        }
        assertThat(next(20, 5, false)).isEqualTo(Life.OVER);
    }

    @Test
    void isOverThreeLongWindowsAfterTheLastAlarm() {
        long hour = Decisions.widthMicros(3600);
        Life second = life.next(hour, 3600, 0, 0, false).next(2 * hour, 3600, 0, 0, false);

        assertThat(second.isOver()).isFalse();
        assertThat(second.next(3 * hour, 3600, 0, 0, false).isOver()).isTrue();
    }

    @Test
    void livesOnWithEachAlarm() {
        for (int window = 0; window < 50; window++) {
            assertThat(next(20, 7, window % 10 == 0)).isNotEqualTo(Life.OVER);
        }
    }

    @Test
    void showsItsPeakHalvedEveryFourHours() {
        next(30, 16, true);
        for (int window = 0; window < 48; window++) {
            next(1, 0.5, false);
        }

        assertThat(life.shown()).isCloseTo(8, within(1e-9));
    }
}
