package io.groundswell.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.groundswell.model.TermCount;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendSettingsTest {
    private static final List<Duration> WIDTHS = List.of(Duration.ofMinutes(5));
    private static final List<String> ALL = List.of(TermCount.SCOPE_ALL);

    @Test
    void defaultsToFiveMinutesAndAnHour() {
        assertThat(TrendSettings.DEFAULT.widthSeconds()).containsExactly(300, 3600);
        assertThat(TrendSettings.DEFAULT.minEvidence()).isEqualTo(6);
        assertThat(TrendSettings.DEFAULT.minAuthors()).isEqualTo(5);
        assertThat(TrendSettings.DEFAULT.maxTopAuthorShare()).isEqualTo(0.2);
        assertThat(TrendSettings.DEFAULT.minTexts()).isEqualTo(3);
        assertThat(TrendSettings.DEFAULT.minLift()).isEqualTo(3);
        assertThat(TrendSettings.DEFAULT.minExposure()).isEqualTo(1000);
    }

    @Test
    void refusesWidthsOffTheDaysGrid() {
        refuses(() -> new TrendSettings(List.of(Duration.ofMinutes(7)), ALL, 6, 5, 0.2, 3, 3, 1000), "trends.widths");
        refuses(() -> new TrendSettings(List.of(Duration.ofMillis(1500)), ALL, 6, 5, 0.2, 3, 3, 1000), "trends.widths");
        refuses(() -> new TrendSettings(List.of(), ALL, 6, 5, 0.2, 3, 3, 1000), "trends.widths");
        refuses(
                () -> new TrendSettings(List.of(WIDTHS.get(0), WIDTHS.get(0)), ALL, 6, 5, 0.2, 3, 3, 1000),
                "trends.widths must differ");
    }

    @Test
    void refusesScopesWithoutAllAndTheSameTwice() {
        refuses(
                () -> new TrendSettings(WIDTHS, List.of("language:de"), 6, 5, 0.2, 3, 3, 1000),
                "trends.scopes must have all");
        refuses(
                () -> new TrendSettings(WIDTHS, List.of("all", "all"), 6, 5, 0.2, 3, 3, 1000),
                "trends.scopes must differ");
        refuses(
                () -> new TrendSettings(WIDTHS, List.of("all", "german"), 6, 5, 0.2, 3, 3, 1000),
                "trends.scopes must each be all, language:xx or source:xx, was [all, german]");
    }

    @Test
    void refusesThresholdsThatMeanNothing() {
        refuses(() -> new TrendSettings(WIDTHS, ALL, Double.NaN, 5, 0.2, 3, 3, 1000), "trends.min-evidence");
        refuses(() -> new TrendSettings(WIDTHS, ALL, 6, 0, 0.2, 3, 3, 1000), "trends.min-authors must be >= 1, was 0");
        refuses(() -> new TrendSettings(WIDTHS, ALL, 6, 5, 1.1, 3, 3, 1000), "trends.max-top-author-share");
        refuses(() -> new TrendSettings(WIDTHS, ALL, 6, 5, 0.2, 65, 3, 1000), "trends.min-texts");
        refuses(() -> new TrendSettings(WIDTHS, ALL, 6, 5, 0.2, 3, -1, 1000), "trends.min-lift");
        refuses(() -> new TrendSettings(WIDTHS, ALL, 6, 5, 0.2, 3, 3, -1), "trends.min-exposure");
    }

    private static void refuses(Runnable settings, String message) {
        assertThatIllegalArgumentException().isThrownBy(settings::run).withMessageContaining(message);
    }
}
