package io.groundswell.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.job.Cadence;
import io.groundswell.model.Clock;
import org.junit.jupiter.api.Test;

class IngestSettingsTest {
    @Test
    void takesWhatASpoolHolds() {
        assertThat(IngestSettings.DEFAULT)
                .isEqualTo(new IngestSettings(
                        "spool", "x", "x", InputKind.SPOOL, 160L << 20, Cadence.AVAILABLE_NOW, OnGap.STOP));
        assertThat(InputKind.SPOOL.clock()).isEqualTo(Clock.GATEWAY);
        assertThat(InputKind.ARCHIVE.clock()).isEqualTo(Clock.REPLAY);
        assertThat(InputKind.KAFKA.clock()).isEqualTo(Clock.GATEWAY);
    }

    @Test
    void refusesWhatCannotBe() {
        assertRefused("ingest.input must name a file, a folder or a topic, was empty", " ", "x", "x", 1);
        assertRefused("ingest.source must be a name", "in", "X y", "x", 1);
        assertRefused(
                "ingest.format must be one of [csv, flume, jetstream, json, mastodon, x, x-v1], was 'morse'",
                "in",
                "x",
                "morse",
                1);
        assertRefused("ingest.max-bytes-per-batch must be >= 1, was 0", "in", "x", "x", 0);
    }

    private static void assertRefused(String message, String input, String source, String format, long maxBytes) {
        assertThatThrownBy(() -> new IngestSettings(
                        input, source, format, InputKind.ARCHIVE, maxBytes, Cadence.AVAILABLE_NOW, OnGap.STOP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
