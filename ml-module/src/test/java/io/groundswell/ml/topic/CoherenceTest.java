package io.groundswell.ml.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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
        // sea in 3 of 8 posts, wave in 2, both in 2: ln((2/8) / (3/8 · 2/8)) / −ln(2/8)
        assertThat(coherence.of(List.of("sea", "wave"))).isCloseTo(Math.log(8 / 3.0) / Math.log(4), within(1e-12));
    }

    @Test
    void isTheMeanOverAllPairs() {
        double seaWave = Math.log(8 / 3.0) / Math.log(4);
        // sea 3, stone 2, both 1 of 8: ln((1/8) / (3/8 · 2/8)) / ln 8; wave and stone never meet
        double seaStone = Math.log(4 / 3.0) / Math.log(8);
        assertThat(coherence.of(List.of("sea", "wave", "stone")))
                .isCloseTo((seaWave + seaStone - 1) / 3, within(1e-12));
    }

    @Test
    void isMinusOneForWordsThatNeverMeetOrNeverOccur() {
        assertThat(coherence.of(List.of("wave", "stone"))).isEqualTo(-1);
        assertThat(coherence.of(List.of("sea", "never"))).isEqualTo(-1);
        assertThat(new Coherence(List.of(), List.of("sea", "wave")).of(List.of("sea", "wave")))
                .isEqualTo(-1);
    }

    @Test
    void isOneForWordsThatAreAlwaysThere() {
        Coherence always = new Coherence(List.of(List.of("a", "b"), List.of("b", "a")), List.of("a", "b"));

        assertThat(always.of(List.of("a", "b"))).isEqualTo(1);
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
