package io.groundswell.ingest.simulate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private final Rhythm rhythm =
            new Rhythm(Instant.parse("2026-03-01T00:00:00Z").toEpochMilli(), 2, 0);

    @Test
    void meetsItsMeanOverADay() {
        double mean = IntStream.range(0, 1_440)
                .mapToDouble(minute -> rhythm.perSecond(minute * 60))
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(2, within(1e-9));
        assertThat(rhythm.span(2 * 86_400)).isCloseTo(Duration.ofDays(1), Duration.ofSeconds(1));
    }

    @Test
    void hasFewPostsByNightAndManyInTheAfternoon() {
        assertThat(rhythm.perSecond(4 * 3_600)).isBetween(0.6, 1.0);
        assertThat(rhythm.perSecond(16 * 3_600)).isBetween(2.8, 3.4);
    }

    @Test
    void takesItsTimeOfDayFromTheClockAndNotFromTheStart() {
        Rhythm fromNoon = new Rhythm(Instant.parse("2026-03-01T12:00:00Z").toEpochMilli(), 2, 0);

        assertThat(fromNoon.perSecond(0)).isCloseTo(rhythm.perSecond(12 * 3_600), within(1e-6));
    }

    @Test
    void spansLongerByNight() {
        Rhythm fromNoon = new Rhythm(Instant.parse("2026-03-01T12:00:00Z").toEpochMilli(), 2, 0);

        assertThat(rhythm.span(7_200)).isGreaterThan(fromNoon.span(7_200));
        assertThat(rhythm.span(2 * 86_400 * 10 + 7_200))
                .isCloseTo(rhythm.span(7_200).plusDays(10), Duration.ofSeconds(1));
    }

    @Test
    void hasMoreInTheMiddleOfTheWeekThanAtItsEnd() {
        Rhythm weekly = new Rhythm(Instant.parse("2026-03-02T00:00:00Z").toEpochMilli(), 2, 0.15); // a Monday
        double[] perDay = new double[7];
        for (int day = 0; day < 7; day++) {
            perDay[day] = weekly.posts((day + 1) * 86_400) - weekly.posts(day * 86_400);
        }

        assertThat(perDay[2]).isGreaterThan(1.1 * 2 * 86_400);
        assertThat(perDay[6]).isLessThan(0.9 * 2 * 86_400);
        assertThat(Arrays.stream(perDay).sum()).isCloseTo(2 * 7 * 86_400, within(1.0));
        assertThat(weekly.span(2 * 7 * 86_400)).isCloseTo(Duration.ofDays(7), Duration.ofSeconds(1));
        assertThat(weekly.span(2 * 30 * 86_400 + 7_200))
                .isCloseTo(weekly.span(2 * 2 * 86_400 + 7_200).plusDays(28), Duration.ofSeconds(1));
    }

    @Test
    void neverExceedsItsBound() {
        Rhythm weekly = new Rhythm(Instant.parse("2026-03-02T00:00:00Z").toEpochMilli(), 2, 0.15);

        assertThat(IntStream.range(0, 7 * 1_440).mapToDouble(minute -> weekly.factor(minute * 60)))
                .allMatch(factor -> factor > 0 && factor <= weekly.maxFactor());
    }
}
