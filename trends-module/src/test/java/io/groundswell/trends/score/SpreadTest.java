package io.groundswell.trends.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private static final int WIDTH = 300;
    private static final long STEP = 300_000_000L;
    private static final int SCOPE = 1000;
    private static final int WINDOWS = 1000;

    private final SplittableRandom random = new SplittableRandom(7);

    /** Sees windows of so many authors, those above a cap left out, and returns α after them. */
    private double after(int cap, IntSupplier authors) {
        Spread spread = new Spread(WIDTH, WINDOWS * STEP);
        double[] weights = Spread.weights(WIDTH);
        double learned = 0;
        double exposure = 0;
        double squares = 0;
        for (int window = 0; window < WINDOWS; window++) {
            int count = authors.getAsInt();
            double weight = weights[WINDOWS - window];
            if (count > cap) {
                spread.leaveOut(window * STEP, SCOPE);
            } else if (count > 0) {
                spread.see(window * STEP, count, SCOPE);
            }
            learned += weight * Math.min(count, cap);
            exposure += weight * SCOPE;
            squares += weight * SCOPE * SCOPE;
        }
        return spread.alpha(learned / exposure, squares);
    }

    private int poisson(double mean) {
        int count = -1;
        for (double at = 0; at < mean; count++) {
            at -= Math.log(1 - random.nextDouble());
        }
        return count;
    }

    @Test
    void isSmallWhereCountsFollowPoissonsLaw() {
        assertThat(after(1000, () -> poisson(5))).isLessThan(0.03);
    }

    @Test
    void isGreatWhereCountsComeInBursts() {
        // 20 in every fourth window: mean 5, variance 75 = 5 + 2.8 · 25
        assertThat(after(1000, () -> random.nextInt(4) == 0 ? 20 : 0)).isCloseTo(2.8, within(0.5));
    }

    @Test
    void isThatOfTheQuietWindows() {
        assertThat(after(10, () -> random.nextInt(100) == 0 ? 80 : poisson(2))).isLessThan(0.05);
        assertThat(after(1000, () -> random.nextInt(100) == 0 ? 80 : poisson(2)))
                .isGreaterThan(5);
    }

    @Test
    void isWhatIsAssumedOfTermsThatAreHardlyKnown() {
        assertThat(after(1000, () -> 0)).isEqualTo(1.0 / 8);
        assertThat(after(1000, () -> random.nextInt(200) == 0 ? 1 : 0)).isCloseTo(1.0 / 8, within(0.02));
        assertThat(new Spread(WIDTH, 0).alpha(0, 0)).isEqualTo(1.0 / 8);
    }
}
