package io.groundswell.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.job.PlatformException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    enum Mode {
        QUICK,
        VERY_SLOW
    }

    record Sample(int minAuthors, double minEvidence, List<Duration> widths, Mode mode, Optional<String> label) {
        Sample {
            if (minAuthors < 1) {
                throw new IllegalArgumentException("sample.min-authors must be >= 1, was " + minAuthors);
            }
        }
    }

    private static final Section<Sample> SAMPLE = new Section<>(
            "sample",
            new Sample(5, 6.5, List.of(Duration.ofMinutes(5), Duration.ofHours(1)), Mode.QUICK, Optional.empty()));

    @TempDir
    private Path folder;

    @Test
    void hasTheRecordsDefaults() {
        Settings settings = load(Map.of(), Map.of(), Optional.empty());

        assertThat(settings.get(SAMPLE)).isEqualTo(SAMPLE.defaults());
        assertThat(settings.entries())
                .extracting(Settings.Entry::key, Settings.Entry::value, Settings.Entry::origin)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("sample.min-authors", "5", "default"),
                        org.assertj.core.groups.Tuple.tuple("sample.widths", "[5m, 1h]", "default"),
                        org.assertj.core.groups.Tuple.tuple("sample.mode", "quick", "default"));
    }

    @Test
    void prefersFlagThenEnvironmentThenFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.conf"), "sample { min-authors = 7, min-evidence = 7, mode = very-slow }");

        Settings settings = load(
                Map.of("sample.min-authors", "9"),
                Map.of("GROUNDSWELL_SAMPLE_MIN_AUTHORS", "8", "GROUNDSWELL_SAMPLE_MIN_EVIDENCE", "8"),
                Optional.of(file));

        assertThat(settings.get(SAMPLE).minAuthors()).isEqualTo(9);
        assertThat(settings.get(SAMPLE).minEvidence()).isEqualTo(8);
        assertThat(settings.get(SAMPLE).mode()).isEqualTo(Mode.VERY_SLOW);
        assertThat(settings.entries())
                .extracting(Settings.Entry::origin)
                .contains("flag", "environment GROUNDSWELL_SAMPLE_MIN_EVIDENCE")
                .anyMatch(origin -> origin.contains("a.conf: 1"));
    }

    @Test
    void readsListsFromFlags() {
        Settings settings = load(Map.of("sample.widths", "10m, 1d"), Map.of(), Optional.empty());

        assertThat(settings.get(SAMPLE).widths()).containsExactly(Duration.ofMinutes(10), Duration.ofDays(1));
    }

    @Test
    void tellsWhichValueIsRefused() {
        assertThatThrownBy(() -> load(Map.of("sample.min-authors", "0"), Map.of(), Optional.empty())
                        .get(SAMPLE))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("sample.min-authors must be >= 1, was 0");
        assertThatThrownBy(() -> load(Map.of("sample.min-authors", "many"), Map.of(), Optional.empty())
                        .get(SAMPLE))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("sample.min-authors");
        assertThatThrownBy(() -> load(Map.of("sample.mode", "odd"), Map.of(), Optional.empty())
                        .get(SAMPLE))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("[quick, very-slow]");
    }

    @Test
    void refusesAKeyThatNobodyReads() throws IOException {
        assertThatThrownBy(() -> load(Map.of("sample.min-author", "1"), Map.of(), Optional.empty()))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("sample.min-author");
        Path file = Files.writeString(folder.resolve("b.conf"), "sampel.mode = quick");
        assertThatThrownBy(() -> load(Map.of(), Map.of(), Optional.of(file)))
                .hasMessageContaining("sampel.mode")
                .hasMessageContaining("b.conf: 1");
    }

    @Test
    void refusesAFileThatIsMissingOrBroken() throws IOException {
        assertThatThrownBy(() -> load(Map.of(), Map.of(), Optional.of(folder.resolve("none.conf"))))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("none.conf");
        Path broken = Files.writeString(folder.resolve("c.conf"), "sample {");
        assertThatThrownBy(() -> load(Map.of(), Map.of(), Optional.of(broken)))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("not valid");
    }

    private static Settings load(Map<String, String> flags, Map<String, String> environment, Optional<Path> file) {
        return Settings.load(List.of(SAMPLE), new Settings.Sources(flags, environment, file));
    }
}
