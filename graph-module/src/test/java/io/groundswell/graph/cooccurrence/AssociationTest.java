package io.groundswell.graph.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class AssociationTest {

    @Test
    void computesG2OfATableByHand() {
        // 100 authors, 20 and 30 with a tag, 15 with both: cells 15, 5, 15, 65 against 6, 14, 24, 56.
        double byHand = 2
                * (15 * Math.log(15 / 6.0)
                        + 5 * Math.log(5 / 14.0)
                        + 15 * Math.log(15 / 24.0)
                        + 65 * Math.log(65 / 56.0));

        assertThat(Association.g2(100, 20, 30, 15)).isCloseTo(byHand, within(1e-10));
        assertThat(byHand).isCloseTo(22.467044197904436, within(1e-9));
    }

    @Test
    void findsNothingInIndependence() {
        assertThat(Association.g2(100, 20, 50, 10)).isCloseTo(0, within(1e-12));
        assertThat(Association.significance(100, 20, 50, 10)).isCloseTo(0, within(1e-6));
    }

    @Test
    void staysFiniteWhereACellIsEmptyOrWouldBeNegative() {
        assertThat(Association.g2(10, 4, 4, 4))
                .isCloseTo(2 * (4 * Math.log(2.5) + 6 * Math.log(10 / 6.0)), within(1e-10));
        assertThat(Association.g2(10, 10, 10, 3)).isNotNaN().isGreaterThanOrEqualTo(0);
        assertThat(Association.significance(10_000_000, 500_000, 500_000, 500_000))
                .isGreaterThan(10_000)
                .isFinite();
    }

    @Test
    void agreesWithTabledPValues() {
        assertThat(Association.significance(100, 20, 30, 15)).isCloseTo(5.670032787888947, within(1e-9));
        assertThat(Association.significance(1000, 12, 15, 9)).isCloseTo(16.019586856514444, within(1e-9));
    }

    @Test
    void computesTheLogarithmOfErfcWhereErfcItselfUnderflows() {
        assertThat(Association.lnErfc(0)).isZero();
        assertThat(Association.lnErfc(0.1)).isCloseTo(-0.11930497373739554, within(1e-12));
        assertThat(Association.lnErfc(1.999999)).isCloseTo(-5.3649368464567555, within(1e-9));
        assertThat(Association.lnErfc(2.000001)).isCloseTo(-5.364945682778368, within(1e-9));
        assertThat(Association.lnErfc(5)).isCloseTo(-27.200889545537436, within(1e-10));
        // Asymptotically −x² − ln(x √π) − 1 / 2x².
        assertThat(Association.lnErfc(100))
                .isCloseTo(-10_000 - Math.log(100 * Math.sqrt(Math.PI)) - 1 / 20_000.0, within(1e-7));
    }
}
