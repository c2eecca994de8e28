package io.groundswell.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class GraphSettingsTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void hasDefaults() {
        assertThat(GraphSettings.DEFAULT).isEqualTo(new GraphSettings(DAY, 0, 3, 10, 1e-4, 0.05, 0.85));
        assertThat(GraphSettings.DEFAULT.width()).isEqualTo(86_400);
    }

    @Test
    void refusesWhatMakesNoSense() {
        refuses(() -> new GraphSettings(Duration.ZERO, 0, 3, 10, 1e-4, 0.05, 0.85), "graph.window", "PT0S");
        refuses(() -> new GraphSettings(Duration.ofMillis(1500), 0, 3, 10, 1e-4, 0.05, 0.85), "graph.window", "PT1.5S");
        refuses(() -> new GraphSettings(DAY, -1, 3, 10, 1e-4, 0.05, 0.85), "graph.windows", "-1");
        refuses(() -> new GraphSettings(DAY, 0, 0, 10, 1e-4, 0.05, 0.85), "graph.min-support", "0");
        refuses(() -> new GraphSettings(DAY, 0, 3, 1, 1e-4, 0.05, 0.85), "graph.max-tags-per-post", "1");
        refuses(() -> new GraphSettings(DAY, 0, 3, 10, 0, 0.05, 0.85), "graph.max-false-discovery", "0.0");
        refuses(() -> new GraphSettings(DAY, 0, 3, 10, 1e-4, 1, 0.85), "graph.backbone-level", "1.0");
        refuses(() -> new GraphSettings(DAY, 0, 3, 10, 1e-4, 0.05, Double.NaN), "graph.damping", "NaN");
    }

    private static void refuses(Runnable settings, String key, String value) {
        assertThatThrownBy(settings::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(key + " must be ")
                .hasMessageEndingWith("was " + value);
    }
}
