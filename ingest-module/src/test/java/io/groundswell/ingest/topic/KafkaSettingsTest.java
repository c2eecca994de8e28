package io.groundswell.ingest.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.job.PlatformException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void readsFramesOfABrokerOfThisMachine() {
        assertThat(KafkaSettings.DEFAULT)
                .isEqualTo(new KafkaSettings("localhost:9092", Optional.empty(), RecordValues.FRAMES, 50_000));
        assertThat(PublishSettings.DEFAULT.topic()).isEqualTo("groundswell-trends");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new KafkaSettings(" ", Optional.empty(), RecordValues.FRAMES, 1))
                .hasMessageContaining("kafka.bootstrap-servers must name a broker");
        assertThatThrownBy(() -> new KafkaSettings("a:1", Optional.empty(), RecordValues.FRAMES, 0))
                .hasMessageContaining("kafka.max-records-per-batch must be >= 1, was 0");
        assertThatThrownBy(() -> new PublishSettings("")).hasMessageContaining("publish.topic must name a topic");
    }

    @Test
    void takesTheClientsPropertiesFromAFile() throws IOException {
        Path file = folder.resolve("client.properties");
        Files.writeString(file, "security.protocol=SASL_SSL\nbootstrap.servers=other:1\n");

        assertThat(ClientProperties.options(settings(file)))
                .containsOnly(
                        Map.entry("kafka.bootstrap.servers", "a:1"), Map.entry("kafka.security.protocol", "SASL_SSL"));
        assertThatThrownBy(() -> ClientProperties.options(settings(folder.resolve("none"))))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("kafka.client-file");
    }

    private static KafkaSettings settings(Path file) {
        return new KafkaSettings("a:1", Optional.of(file.toString()), RecordValues.FRAMES, 1);
    }
}
