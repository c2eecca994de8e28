package io.groundswell.trends.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PoissonIntervalTest {
    /** Half of the χ² quantiles 0.025 of 2k and 0.975 of 2k + 2 degrees. */
    @Test
    void isTheExactOne() {
        assertInterval(0, 0, 3.6889);
        assertInterval(1, 0.0253, 5.5716);
        assertInterval(10, 4.7954, 18.3904);
        assertInterval(100, 81.3640, 121.6268);
    }

    @Test
    void isOfADayWhereTheCountIsOfMany() {
        PoissonInterval aDay = PoissonInterval.of95(10).per(5);
        assertThat(aDay.low()).isCloseTo(4.7954 / 5, within(1e-4));
        assertThat(aDay.high()).isCloseTo(18.3904 / 5, within(1e-4));
    }

    private static void assertInterval(long count, double low, double high) {
        PoissonInterval interval = PoissonInterval.of95(count);
        assertThat(interval.low()).isCloseTo(low, within(1e-4));
        assertThat(interval.high()).isCloseTo(high, within(1e-4));
    }
}
