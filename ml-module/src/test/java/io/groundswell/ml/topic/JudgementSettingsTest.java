package io.groundswell.ml.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgementSettingsTest {
    private static final JudgementSettings JUDGEMENT = new JudgementSettings(100, 0.02, 0.1);

    @Test
    void defaultsAreThoseOfTheManual() {
        assertThat(JudgementSettings.DEFAULT).isEqualTo(new JudgementSettings(10_000, 0.02, 0.1));
    }

    @Test
    void acceptsWhatIsHardlyWorseThanTheChampion() {
        assertThat(JUDGEMENT.accepts(metrics(0.09, 0.75))).isTrue();
        assertThat(JUDGEMENT.accepts(metrics(0.07, 0.9))).isFalse();
        assertThat(JUDGEMENT.accepts(metrics(0.3, 0.65))).isFalse();
    }

    @Test
    void acceptsAFirstVersionButNoFigureThatIsNone() {
        assertThat(JUDGEMENT.accepts(Map.of("coherence", -0.9, "diversity", 0.1)))
                .isTrue();
        assertThat(JUDGEMENT.accepts(Map.of("coherence", Double.NaN, "diversity", 0.9)))
                .isFalse();
    }

    @Test
    void refusesMarginsThatAreNone() {
        refuses("topics.judgement.max-posts must be >= 1, was 0", 0, 0.1, 0.1);
        refuses("topics.judgement.max-coherence-loss must be >= 0 and <= 2, was -0.1", 1, -0.1, 0.1);
        refuses("topics.judgement.max-diversity-loss must be >= 0 and <= 2, was NaN", 1, 0.1, Double.NaN);
    }

    private static Map<String, Double> metrics(double coherence, double diversity) {
        return Map.of(
                "coherence", coherence, "diversity", diversity, "champion_coherence", 0.1, "champion_diversity", 0.8);
    }

    private static void refuses(String message, int posts, double coherence, double diversity) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JudgementSettings(posts, coherence, diversity))
                .withMessage(message);
    }
}
