package io.groundswell.trends.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.score.Life.Seen;
import org.junit.jupiter.api.Test;

class LifeTest {
    private static final int WIDTH = 300;
    private static final long STEP = Decisions.widthMicros(WIDTH);

    private final Life life = new Life(0, WIDTH);
    private final Life.Stage started = life.see(0, new Seen(20, 9, true));

    private String next(long observed, double evidence, boolean isAlarmed) {
        return life.see(life.newest() + STEP, new Seen(observed, evidence, isAlarmed))
                .state();
    }

    @Test
    void passesFromEmergingToFading() {
        assertThat(started.state()).isEqualTo("emerging");
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
        assertThat(life.goesOnIn(13 * STEP)).isFalse();
    }

    @Test
    void isOverThreeLongWindowsAfterTheLastAlarm() {
        long hour = Decisions.widthMicros(3600);
        Life daily = new Life(0, 3600);
        daily.see(0, new Seen(20, 9, true));

        assertThat(daily.reaches(2 * hour)).isTrue();
        assertThat(daily.reaches(3 * hour)).isFalse();
    }

    @Test
    void livesOnWithEachAlarm() {
        for (int window = 0; window < 50; window++) {
            assertThat(next(20, 7, window % 10 == 0)).isNotEqualTo(Life.OVER);
        }
    }

    @Test
    void isOverOnceNoAlarmIsLeft() {
        next(30, 12, false);

        assertThat(life.see(0, new Seen(1, 0.1, false)).state()).isEqualTo(Life.OVER);
        assertThat(life.goesOnIn(2 * STEP)).isTrue();
        assertThat(next(10, 1, false)).isEqualTo(Life.OVER);
        assertThat(life.goesOnIn(3 * STEP)).isFalse();
    }

    @Test
    void showsItsPeakHalvedEveryFourHours() {
        next(30, 16, true);
        for (int window = 0; window < 47; window++) {
            next(1, 0.5, false);
        }

        assertThat(life.see(49 * STEP, new Seen(1, 0.5, false)).shown()).isCloseTo(8, within(1e-9));
    }
}
