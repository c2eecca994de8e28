package io.groundswell.trends.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.trends.calibrate.BusyDays.Total;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusyDaysTest {
    private static final long HOUR = 3_600_000_000L;

    @Test
    void leavesOutDaysWithStrayPosts() {
        Total first = new Total(0, 50);
        Total second = new Total(HOUR, 50);
        Total calm = new Total(24 * HOUR, 10);
        Total stray = new Total(240 * HOUR, 9);
        List<Total> all = List.of(first, second, calm, stray);

        assertThat(all.stream().filter(BusyDays.of(all)::has)).containsExactly(first, second, calm);
    }
}
