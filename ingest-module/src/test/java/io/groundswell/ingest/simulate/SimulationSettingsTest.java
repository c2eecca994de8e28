package io.groundswell.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulationSettingsTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void spansADayByDefault() {
        SimulationSettings settings = SimulationSettings.DEFAULT;

        assertThat(settings).isEqualTo(new SimulationSettings(200_000, 1, START, 2.3, 0, 12, 12, 1, "x"));
        assertThat(new Rhythm(START.toEpochMilli(), settings.postsPerSecond())
                        .span(settings.posts())
                        .toHours())
                .isEqualTo(24);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0          | 2026-03-01 | 2.3     | 0   | 12  | 12   | 1  | simulate.posts must be 1 to 1000000000, was 0
            2000000000 | 2026-03-01 | 2.3     | 0   | 12  | 12   | 1  | simulate.posts must be 1 to 1000000000, was 2000000000
            10         | 2010-01-01 | 2.3     | 0   | 12  | 12   | 1  | simulate.start must be from 2010-11-05
            10         | 2060-01-01 | 2.3     | 0   | 12  | 12   | 1  | simulate.start must be from 2010-11-05
            10         | 2026-03-01 | 0       | 0   | 12  | 12   | 1  | simulate.posts-per-second must be > 0 and <= 1000000, was 0.0
            10         | 2026-03-01 | NaN     | 0   | 12  | 12   | 1  | simulate.posts-per-second must be > 0 and <= 1000000, was NaN
            1000000    | 2026-03-01 | 0.001   | 0   | 12  | 12   | 1  | must be at most 3650 days
            10         | 2026-03-01 | 2.3     | -1  | 12  | 12   | 1  | simulate.pace must be 0 to 1000000, was -1.0
            10         | 2026-03-01 | 2.3     | NaN | 12  | 12   | 1  | simulate.pace must be 0 to 1000000, was NaN
            10         | 2026-03-01 | 2.3     | 0   | 0   | 12   | 1  | simulate.topics must be 1 to 200, was 0
            10         | 2026-03-01 | 2.3     | 0   | 201 | 12   | 1  | simulate.topics must be 1 to 200, was 201
            10         | 2026-03-01 | 2.3     | 0   | 12  | -1   | 1  | simulate.trends-per-day must be 0 to 1000, was -1.0
            10         | 2026-03-01 | 2.3     | 0   | 12  | 12   | 11 | simulate.faults must be 0 to 10, was 11.0
            """)
    void refusesWhatItCannotSimulate(
            long posts,
            String start,
            double rate,
            double pace,
            int topics,
            double trendsPerDay,
            double faults,
            String message) {
        Instant begin = Instant.parse(start + "T00:00:00Z");

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new SimulationSettings(posts, 1, begin, rate, pace, topics, trendsPerDay, faults, "x"))
                .withMessageContaining(message);
    }
}
