package io.groundswell.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CadenceTest {

    @Test
    void readsWhatPeopleWrite() {
        assertThat(Cadence.parse("available-now")).isEqualTo(Cadence.AVAILABLE_NOW);
        assertThat(Cadence.parse("2s")).isEqualTo(Cadence.every(Duration.ofSeconds(2)));
        assertThat(Cadence.parse("5m")).isEqualTo(Cadence.every(Duration.ofMinutes(5)));
        assertThat(Cadence.parse("1h")).isEqualTo(Cadence.every(Duration.ofHours(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "2", "-2s", "2 s", "s", "99999999999s"})
    void refusesAllElse(String text) {
        assertThatThrownBy(() -> Cadence.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"available-now", "250ms"})
    void writesWhatItReads(String text) {
        assertThat(Cadence.parse(text)).hasToString(text);
    }

    @Test
    void givesSparkItsTrigger() {
        assertThat(Cadence.AVAILABLE_NOW.trigger()).isEqualTo(Trigger.AvailableNow());
        assertThat(Cadence.parse("2s").trigger()).isEqualTo(Trigger.ProcessingTime(2000));
        assertThat(Cadence.parse("2s").isContinuous()).isTrue();
    }
}
