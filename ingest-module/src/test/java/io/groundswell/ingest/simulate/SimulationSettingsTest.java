package io.groundswell.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulationSettingsTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private static SimulationSettings settings(String profile, long posts, double days) {
        return new SimulationSettings(profile, posts, days, 1, START, 0, 1, "x");
    }

    @Test
    void spansADayByDefault() {
        SimulationSettings settings = SimulationSettings.DEFAULT;

        assertThat(settings).isEqualTo(settings("day", 0, 0));
        assertThat(settings.resolved()).isEqualTo(settings("day", 200_000, 0));
        assertThat(settings.extent().rhythm().meanPerSecond()).isEqualTo(2.3);
        assertThat(settings.extent().span().toHours()).isEqualTo(24);
    }

    @Test
    void hasTheProfilesDaysWhereNothingElseIsAskedFor() {
        assertThat(settings("weeks", 0, 0).resolved()).isEqualTo(settings("weeks", 3_000_000, 30));
        assertThat(settings("weeks", 0, 0).extent().span()).isCloseTo(Duration.ofDays(30), Duration.ofSeconds(10));
    }

    @Test
    void hasAsManyPostsAsTheDaysHold() {
        assertThat(settings("weeks", 0, 3).resolved()).isEqualTo(settings("weeks", 300_000, 3));
    }

    @Test
    void hasAsManyDaysAsThePostsTake() {
        assertThat(settings("null", 200_000, 0).resolved().days()).isZero();
        assertThat(settings("null", 200_000, 0).extent().span()).isCloseTo(Duration.ofDays(2), Duration.ofSeconds(10));
    }

    @Test
    void spreadsThePostsOverTheDays() {
        SimulationSettings settings = settings("weeks", 600_000, 10);

        assertThat(settings.resolved()).isEqualTo(settings);
        assertThat(settings.extent().span()).isCloseTo(Duration.ofDays(10), Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            month | 10         | 0     | 2026-03-01 | 0   | 1   | simulate.profile must be one of [day, null, weeks, trends, swarm, rough, outage, flood], was month
            day   | -1         | 0     | 2026-03-01 | 0   | 1   | simulate.posts must be 0 to 1000000000, was -1
            day   | 2000000000 | 0     | 2026-03-01 | 0   | 1   | simulate.posts must be 0 to 1000000000, was 2000000000
            day   | 1000000000 | 0     | 2026-03-01 | 0   | 1   | simulate.posts must be at most 3650 days of them
            day   | 1000000000 | 0.001 | 2026-03-01 | 0   | 1   | simulate.posts must be at most 1000000 a second
            day   | 10         | -1    | 2026-03-01 | 0   | 1   | simulate.days must be 0 to 3650, was -1.0
            day   | 10         | NaN   | 2026-03-01 | 0   | 1   | simulate.days must be 0 to 3650, was NaN
            day   | 10         | 3651  | 2026-03-01 | 0   | 1   | simulate.days must be 0 to 3650, was 3651.0
            day   | 10         | 0     | 2010-01-01 | 0   | 1   | simulate.start must be from 2010-11-05
            day   | 10         | 0     | 2060-01-01 | 0   | 1   | simulate.start must be from 2010-11-05
            day   | 10         | 0     | 2026-03-01 | -1  | 1   | simulate.pace must be 0 to 1000000, was -1.0
            day   | 10         | 0     | 2026-03-01 | NaN | 1   | simulate.pace must be 0 to 1000000, was NaN
            day   | 10         | 0     | 2026-03-01 | 0   | 11  | simulate.faults must be 0 to 10, was 11.0
            """)
    void refusesWhatItCannotSimulate(
            String profile, long posts, double days, String start, double pace, double faults, String message) {
        Instant begin = Instant.parse(start + "T00:00:00Z");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SimulationSettings(profile, posts, days, 1, begin, pace, faults, "x"))
                .withMessageContaining(message);
    }
}
