package io.groundswell.ml.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoherenceTest {
    private static final List<List<String>> POSTS = List.of(
            List.of("sea", "wave", "sand"),
            List.of("sea", "wave"),
            List.of("sea", "stone"),
            List.of("stone", "other"),
            List.of(),
            List.of("other"),
            List.of("other"),
            List.of("other"));
    private final Coherence coherence = new Coherence(POSTS, List.of("sea", "wave", "stone", "sand", "never"));

    @Test
    void isTheFormulasValue() {
        // sea in 3 of 8 posts, wave in 2, both in 2, by chance 3 · 2 / 8
        assertThat(coherence.of(List.of("sea", "wave")))
                .isCloseTo(Math.log(3 / 1.75) / -Math.log(3 / 9.0), within(1e-12));
    }

    @Test
    void isTheMeanOverAllPairs() {
        double seaWave = Math.log(3 / 1.75) / -Math.log(3 / 9.0);
        double seaStone = Math.log(2 / 1.75) / -Math.log(2 / 9.0);
        double waveStone = Math.log(1 / 1.5) / -Math.log(1 / 9.0); // they never meet
        assertThat(coherence.of(List.of("sea", "wave", "stone")))
                .isCloseTo((seaWave + seaStone + waveStone) / 3, within(1e-12));
    }

    @Test
    void unsmoothedItIsRoedersValue() {
        // ln((2/8) / (3/8 · 2/8)) / −ln(2/8); of words that never meet ln(1e-12 / (2/8 · 2/8)) / −ln 1e-12
        assertThat(coherence.unsmoothed(List.of("sea", "wave")))
                .isCloseTo(Math.log(8 / 3.0) / Math.log(4), within(1e-9));
        assertThat(coherence.unsmoothed(List.of("wave", "stone")))
                .isCloseTo((Math.log(1e-12) - Math.log(1 / 16.0)) / -Math.log(1e-12), within(1e-9));
        assertThat(coherence.unsmoothed(List.of("sea", "never"))).isEqualTo(-1);
    }

    @Test
    void rareWordsThatNeverMeetSayLittleFrequentOnesMuch() {
        List<List<String>> posts = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            posts.add(i < 2 ? List.of("rare") : i < 4 ? List.of("scarce") : List.of(i % 2 == 0 ? "even" : "odd"));
        }
        Coherence many = new Coherence(posts, List.of("rare", "scarce", "even", "odd"));

        assertThat(many.of(List.of("rare", "scarce"))).isBetween(-0.001, 0.0);
        assertThat(many.of(List.of("even", "odd"))).isBetween(-1.0, -0.75);
    }

    @Test
    void isNothingWhereThereAreNoPosts() {
        assertThat(coherence.of(List.of("sea", "never"))).isZero();
        Coherence none = new Coherence(List.of(), List.of("sea", "wave"));
        assertThat(none.of(List.of("sea", "wave"))).isZero();
        assertThat(none.unsmoothed(List.of("sea", "wave"))).isZero();
    }

    @Test
    void isZeroForWordsThatAreAlwaysThere() {
        Coherence always = new Coherence(List.of(List.of("a", "b"), List.of("b", "a")), List.of("a", "b"));

        assertThat(always.of(List.of("a", "b"))).isZero();
    }

    @Test
    void countsInAWindowOfTenWordsThatSlides() {
        List<String> post = IntStream.range(0, 12).mapToObj(i -> "w" + i).toList();
        Coherence sliding = new Coherence(List.of(post), List.of("w0", "w1", "w9", "w10", "w11"));

        // Windows 0–9, 1–10, 2–11: w0 is in the first, w1 in two, w11 in the last.
        assertThat(sliding.of(List.of("w0", "w1")))
                .isCloseTo(Math.log(2 / (2 / 3.0 + 1)) / -Math.log(2 / 4.0), within(1e-12));
        assertThat(sliding.of(List.of("w0", "w11")))
                .isCloseTo(Math.log(1 / (1 / 3.0 + 1)) / -Math.log(1 / 4.0), within(1e-12));
    }

    @Test
    void isZeroForASingleWord() {
        assertThat(coherence.of(List.of("sea"))).isZero();
    }

    @Test
    void diversityIsTheShareOfDistinctWords() {
        assertThat(TopicReport.diversity(List.of(List.of("a", "b"), List.of("b", "c"))))
                .isEqualTo(0.75);
    }
}
