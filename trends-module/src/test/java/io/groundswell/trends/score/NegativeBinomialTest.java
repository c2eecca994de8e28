package io.groundswell.trends.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegativeBinomialTest {

    /** Sums of the series with 60 digits (mpmath). */
    @ParameterizedTest
    @CsvSource({
        "1, 0.5, 0.5, 0.533290683169853676",
        "5, 0.0012, 0.5, 13.7126147911753425",
        "18, 0.5, 8, 16.6404362260327836",
        "18, 0.5, 0.5, 6.1580447161207749",
        "47, 10, 8, 6.13062923164212144",
        "84, 20, 8, 6.07899673655975135",
        "3, 20, 8, 0.000483991497911919228",
        "700, 680, 8, 0.375096800072056873",
        "100000, 0.5, 0.5, 30105.5976290509263",
        "100000, 20, 8, 14585.3142770657606"
    })
    void agreesWithTheExactSum(long count, double mean, double size, double exact) {
        assertThat(NegativeBinomial.evidence(count, mean, size)).isCloseTo(exact, within(1e-9 * Math.max(1, exact)));
    }

    @Test
    void findsNothingSurprisingInNobody() {
        assertThat(NegativeBinomial.evidence(0, 10, 8)).isZero();
    }

    @Test
    void staysFiniteAndAboveZeroFarBelowTheMean() {
        assertThat(NegativeBinomial.evidence(1, 700, 8)).isBetween(0.0, 1e-12);
        assertThat(NegativeBinomial.evidence(1, 1e7, 0.5)).isBetween(0.0, 1e-3);
    }

    @Test
    void risesWithTheCount() {
        double last = 0;
        for (long count = 1; count <= 300; count++) {
            double evidence = NegativeBinomial.evidence(count, 12.5, 3.3);
            assertThat(evidence).isGreaterThan(last);
            last = evidence;
        }
    }

    @Test
    void knowsTheLogarithmOfFactorials() {
        assertThat(NegativeBinomial.lnGamma(1)).isCloseTo(0, within(1e-14));
        assertThat(NegativeBinomial.lnGamma(11)).isCloseTo(Math.log(3_628_800), within(1e-12));
        assertThat(NegativeBinomial.lnGamma(0.5)).isCloseTo(Math.log(Math.sqrt(Math.PI)), within(1e-14));
    }
}
