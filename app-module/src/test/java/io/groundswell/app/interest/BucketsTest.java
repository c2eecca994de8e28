package io.groundswell.app.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.job.PlatformException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private static final long MINUTE = 60_000_000;
    private static final List<Integer> WIDTHS = List.of(300, 3600);

    @Test
    void areMadeOfTheWidestWindowsThatDivideThem() {
        assertThat(Buckets.windowWidth(Duration.ofDays(1), WIDTHS)).isEqualTo(3600);
        assertThat(Buckets.windowWidth(Duration.ofHours(1), WIDTHS)).isEqualTo(3600);
        assertThat(Buckets.windowWidth(Duration.ofMinutes(30), WIDTHS)).isEqualTo(300);
        assertThatThrownBy(() -> Buckets.windowWidth(Duration.ofMinutes(7), WIDTHS))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("420 seconds");
    }

    @Test
    void holdWholeWindowsUpToTheEndAlone() {
        Buckets buckets = new Buckets(15 * MINUTE, 43 * MINUTE, 900, 300);

        assertThat(buckets.starts()).containsExactly(15 * MINUTE, 30 * MINUTE);
        assertThat(buckets.windows(15 * MINUTE)).containsExactly(15 * MINUTE, 20 * MINUTE, 25 * MINUTE);
        assertThat(buckets.windows(30 * MINUTE)).containsExactly(30 * MINUTE, 35 * MINUTE);
        assertThat(new Buckets(0, 32 * MINUTE, 900, 300).starts()).containsExactly(0L, 15 * MINUTE);
    }
}
