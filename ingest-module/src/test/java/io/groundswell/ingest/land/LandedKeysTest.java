package io.groundswell.ingest.land;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LandedKeysTest {
    private static final int A_FILTER = 1_000_000;

    @Test
    void holdsWhatWasAddedAndHardlyAnythingElse() {
        LandedKeys keys = new LandedKeys(2);
        SplittableRandom random = new SplittableRandom(7);
        long[] added = random.longs(A_FILTER + 10).toArray();
        for (long key : added) {
            assertThat(keys.add(key, 0)).isTrue();
        }

        for (long key : added) {
            assertThat(keys.mayHold(key)).isTrue();
        }
        // A millionth of the others is expected: of 100,000 a tenth of one.
        assertThat(random.longs(100_000).filter(keys::mayHold).count()).isLessThanOrEqualTo(2);
    }

    @Test
    void saysThatThereIsNoRoom() {
        LandedKeys keys = new LandedKeys(1);
        for (int key = 0; key < A_FILTER; key++) {
            keys.add(key, 0);
        }

        assertThat(keys.add(A_FILTER, 0)).isFalse();
    }

    @Test
    void forgetsWhatLiesBehindTheHorizonAlone() {
        LandedKeys keys = new LandedKeys(2);
        for (int key = 0; key < A_FILTER; key++) {
            keys.add(key, key);
        }
        keys.add(-1, 5 * A_FILTER);

        keys.forgetBefore(A_FILTER - 1);
        assertThat(keys.mayHold(0)).isTrue();
        keys.forgetBefore(A_FILTER);
        assertThat(keys.mayHold(0)).isFalse();
        assertThat(keys.mayHold(-1)).isTrue();
    }
}
