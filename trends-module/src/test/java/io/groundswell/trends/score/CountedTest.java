package io.groundswell.trends.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTest {
    @Test
    void hearsThoseWhoRepeatATextAsOneVoice() {
        assertThat(new Counted(100, 90, 1, 3).voices()).isEqualTo(3);
    }

    @Test
    void countsTextsThatShareABitToo() {
        // −64 ln(1 − 40/64) = 62.8
        assertThat(new Counted(100, 90, 1, 40).voices()).isEqualTo(63);
    }

    @Test
    void neverHearsMoreVoicesThanAuthors() {
        assertThat(new Counted(100, 30, 9, 40).voices()).isEqualTo(30);
        assertThat(new Counted(100, 90, 1, 64).voices()).isEqualTo(90);
        assertThat(Counted.NONE.voices()).isZero();
    }
}
