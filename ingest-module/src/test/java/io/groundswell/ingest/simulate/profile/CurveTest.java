package io.groundswell.ingest.simulate.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CurveTest {
    private static final int STEPS = 1_000;

    @ParameterizedTest
    @EnumSource
    void comesFromNothingToAll(Curve curve) {
        assertThat(curve.cumulative(0)).isZero();
        assertThat(curve.cumulative(1)).isCloseTo(1, within(1e-12));
        // A bell is flat at its ends, where a share tells little of the time.
        assertThat(curve.quantile(0)).isCloseTo(0, within(1e-5));
        assertThat(curve.quantile(1)).isCloseTo(1, within(1e-5));
    }

    @ParameterizedTest
    @EnumSource
    void findsTheTimeOfEachShare(Curve curve) {
        for (int step = 1; step < STEPS; step++) {
            double share = (double) step / STEPS;
            assertThat(curve.cumulative(curve.quantile(share))).isCloseTo(share, within(1e-9));
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasTheHeightThatItsFormulaSays(Curve curve) {
        DoubleUnaryOperator height =
                switch (curve) {
                    case FLAT -> passed -> 1;
                    case RISING -> passed -> passed;
                    case DECAYING -> passed -> Math.pow(2, -6 * passed);
                    case BELL -> passed -> Math.pow(Math.sin(Math.PI * passed), 2);
                };
        double sum = 0;
        for (int step = 0; step < STEPS; step++) {
            double middle = (step + 0.5) / STEPS;
            double share = curve.cumulative((step + 1.0) / STEPS) - curve.cumulative((double) step / STEPS);
            sum += height.applyAsDouble(middle) / STEPS;
            assertThat(share * curve.mean() * STEPS).isCloseTo(height.applyAsDouble(middle), within(1e-4));
            assertThat(height.applyAsDouble(middle)).isLessThanOrEqualTo(height.applyAsDouble(curve.peak()) + 1e-12);
        }
        assertThat(curve.mean()).isCloseTo(sum, within(1e-4));
    }

    @Test
    void holdsAShapesAuthorsInItsWindows() {
        assertThat(Shape.STEP.windows()).isEqualTo(12);
        assertThat(Shape.RAMP.windows()).isEqualTo(9);
        assertThat(Shape.SLOW_RISE.windows()).isEqualTo(36);
    }
}
