package io.groundswell.trends.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.table.Micros;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BaselineTest {
    private static final int FIVE_MINUTES = 300;
    private static final int HOUR = 3600;

    @Test
    void expectsTheShareThatWasLearnt() {
        // (0.5 + 9.5) / (1000 + 4000) = 0.002 of 700 authors; r = min(0.5 + 9.5, 8)
        Baseline baseline = Baseline.of(9.5, 4000, 700);

        assertThat(baseline.expected()).isCloseTo(1.4, within(1e-12));
        assertThat(baseline.size()).isEqualTo(8);
        assertThat(baseline.lift(7)).isCloseTo(5, within(1e-12));
        // 1.4 + 4 √(1.4 + 1.96 / 8) + 1
        assertThat(baseline.cap()).isCloseTo(7.5303021, within(1e-6));
    }

    @Test
    void expectsThePriorsShareOfAnUnknownTerm() {
        assertThat(Baseline.of(0, 0, 1000)).isEqualTo(new Baseline(0.5, 0.5));
    }

    @Test
    void expectsSomethingWhereNobodyWrote() {
        assertThat(Baseline.of(0, 5000, 0).expected()).isPositive();
    }

    @Test
    void forgetsHalfInADayOfShortWindowsAndInAWeekOfLongOnes() {
        assertThat(Baseline.decayed(8, 0, Micros.of(Duration.ofDays(1)), FIVE_MINUTES))
                .isEqualTo(4);
        assertThat(Baseline.decayed(8, 0, Micros.of(Duration.ofDays(7)), HOUR)).isEqualTo(4);
    }

    @Test
    void knowsNothingBeyondItsMemory() {
        long memory = Micros.of(Duration.ofDays(10));

        assertThat(Baseline.decayed(1024, 0, memory, FIVE_MINUTES)).isEqualTo(1);
        assertThat(Baseline.decayed(1024, 0, memory + 1, FIVE_MINUTES)).isZero();
    }

    @Test
    void expectsATermAtItsOwnRateAfterASilence() {
        // half of 25 / 500 and half of (0.5 + 25) / (1000 + 500), of 100 authors
        assertThat(Baseline.of(25, 500, 100).expected()).isCloseTo(2.5 + 0.85, within(1e-12));
        assertThat(Baseline.of(0, 500, 100).expected()).isCloseTo(100 * 0.5 / 1500, within(1e-12));
        assertThat(Baseline.of(25, 1000, 100).expected()).isCloseTo(100 * 25.5 / 2000, within(1e-12));
    }

    @Test
    void doesNotJumpWhereThePriorIsOutweighed() {
        double below = Baseline.of(99.99, 999.9, 100).expected();
        double at = Baseline.of(100, 1000, 100).expected();

        assertThat(at).isCloseTo(5.025, within(1e-12));
        assertThat(below).isCloseTo(at, within(0.001));
    }

    @Test
    void fallsToThePriorStepByStepAsASteadyTermIsSeenMoreOften() {
        double last = Baseline.of(1, 10, 100).expected();
        assertThat(last).isCloseTo(10, within(0.2));
        for (int exposure = 20; exposure <= 1000; exposure += 10) {
            double next = Baseline.of(exposure / 10.0, exposure, 100).expected();
            assertThat(last - next).isBetween(0.0, 0.15);
            last = next;
        }
    }
}
