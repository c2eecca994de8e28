package io.groundswell.ml.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DigammaTest {
    private static final double EULER = 0.5772156649015329;

    @Test
    void hasItsKnownValues() {
        assertThat(Digamma.of(1)).isCloseTo(-EULER, within(1e-8));
        assertThat(Digamma.of(0.5)).isCloseTo(-EULER - 2 * Math.log(2), within(1e-8));
        assertThat(Digamma.of(10)).isCloseTo(2.251752589066721, within(1e-8));
    }

    @Test
    void risesByTheInverseFromOneNumberToTheNext() {
        for (double x : new double[] {1e-3, 0.1, 5.5, 5.999, 6, 100}) {
            assertThat(Digamma.of(x + 1) - Digamma.of(x)).isCloseTo(1 / x, within(1e-7));
        }
    }
}
