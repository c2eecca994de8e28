package io.groundswell.ingest.simulate.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AliasTableTest {
    private static final int DRAWS = 200_000;

    private static double[] shares(AliasTable table, int size) {
        SplittableRandom random = new SplittableRandom(1);
        double[] shares = new double[size];
        for (int i = 0; i < DRAWS; i++) {
            shares[table.next(random)] += 1.0 / DRAWS;
        }
        return shares;
    }

    @Test
    void drawsByWeight() {
        double[] shares = shares(AliasTable.of(5, 0, 1, 3, 1), 5);

        assertThat(shares).containsExactly(new double[] {0.5, 0, 0.1, 0.3, 0.1}, within(0.005));
    }

    @Test
    void drawsByZipfsLaw() {
        double[] shares = shares(AliasTable.zipf(1_000, 1), 1_000);

        assertThat(shares[0] / shares[1]).isCloseTo(2, within(0.1));
        assertThat(shares[0] / shares[9]).isCloseTo(10, within(1.0));
        assertThat(shares[0]).isCloseTo(1 / 7.485, within(0.005)); // the 1000th harmonic number
    }

    @Test
    void drawsTheOnlyOneThereIs() {
        assertThat(shares(AliasTable.of(0.3), 1)).containsExactly(new double[] {1}, within(1e-6));
    }

    @Test
    void refusesWeightsWithoutASum() {
        assertThatIllegalArgumentException().isThrownBy(() -> AliasTable.of(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> AliasTable.of(Double.NaN));
    }
}
