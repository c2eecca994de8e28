package io.groundswell.trends.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RuleSettingsTest {

    @Test
    void allowsThousandsOfNamesAndFewPatterns() {
        assertThat(RuleSettings.DEFAULT).isEqualTo(new RuleSettings(10_000, 50, 200));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> new RuleSettings(0, 50, 200)).hasMessageContaining("rules.max-rules");
        assertThatThrownBy(() -> new RuleSettings(1, -1, 200)).hasMessageContaining("rules.max-patterns");
        assertThatThrownBy(() -> new RuleSettings(1, 1, 0)).hasMessageContaining("rules.max-pattern-length");
    }
}
