package io.groundswell.trends.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.table.Micros;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SeasonTest {
    private static final int WIDTH = 300;
    private static final long STEP = 300_000_000L;
    private static final long DAY = Micros.of(Duration.ofDays(1));
    private static final long NOW = 40 * DAY + 8 * Micros.of(Duration.ofHours(1));
    private static final int SCOPE = 100;

    private final TreeMap<Long, Integer> authors = new TreeMap<>();

    private void daysAgo(int days, int count) {
        authors.put(NOW - days * DAY, count);
    }

    private Season season(long knownSince) {
        Season.Past past = new Season.Past() {
            @Override
            public double authors(long from, long until) {
                return authors.subMap(from, until).entrySet().stream()
                        .mapToInt(Map.Entry::getValue)
                        .sum();
            }

            @Override
            public long scopeAuthors(long from, long until) {
                return (Math.max(until, knownSince) - Math.max(from, knownSince)) / STEP * SCOPE;
            }
        };
        return Season.of(past, NOW, WIDTH);
    }

    @Test
    void expectsWhatCameOnMostDays() {
        for (int days = 1; days <= 4; days++) {
            daysAgo(days, 70 * days);
        }
        // the fourth greatest of seven days, in seven windows of 5 minutes
        assertThat(season(0).rate()).isCloseTo(70.0 / (7 * SCOPE), within(1e-12));
        assertThat(season(0).authors()).isEqualTo(70);
    }

    @Test
    void expectsWhatCameInTwoOfTheWeeks() {
        daysAgo(7, 140);
        assertThat(season(0).rate()).isZero();
        daysAgo(21, 35);
        assertThat(season(0).rate()).isCloseTo(35.0 / (7 * SCOPE), within(1e-12));
    }

    @Test
    void expectsNothingOfWhatCameAFewTimes() {
        daysAgo(1, 500);
        daysAgo(2, 500);
        daysAgo(5, 500);
        assertThat(season(0).rate()).isZero();
    }

    @Test
    void knowsNothingOfTimesBeforeTheFirstPost() {
        daysAgo(7, 140);
        daysAgo(14, 140);
        assertThat(season(NOW - 10 * DAY).rate()).isZero();
    }
}
