package io.groundswell.features.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextSettingsTest {

    @Test
    void hasDefaults() {
        assertThat(TextSettings.DEFAULT).isEqualTo(new TextSettings(true, 2, 40, 64, 200, 200, Set.of(), Set.of()));
    }

    @Test
    void foldsExtraStopWords() {
        assertThat(new TextSettings(true, 2, 40, 64, 200, 200, Set.of("RT", "Straße"), Set.of()).extraStopWords())
                .containsExactlyInAnyOrder("rt", "strasse");
    }

    @Test
    void normalisesTheLanguagesToDetect() {
        assertThat(new TextSettings(true, 2, 40, 64, 200, 200, Set.of(), Set.of("EN", "deu", "pt-BR"))
                        .detectLanguages())
                .containsExactlyInAnyOrder("en", "de", "pt");
    }

    @Test
    void refusesALanguageThatIsNoCode() {
        assertThatThrownBy(() -> new TextSettings(true, 2, 40, 64, 200, 200, Set.of(), Set.of("english")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("text.detect-languages must hold language codes such as en, was english");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 40, 64, 200, 200, 'text.min-word-length must be >= 1, was 0'",
        "3, 2, 64, 200, 200, 'text.max-word-length must be >= 3, was 2'",
        "2, 40, -1, 200, 200, 'text.max-hashtags must be >= 0, was -1'",
        "2, 40, 64, -1, 200, 'text.max-words must be >= 0, was -1'",
        "2, 40, 64, 200, -1, 'text.max-phrases must be >= 0, was -1'"
    })
    void refusesLimitsThatMakeNoSense(int min, int max, int hashtags, int words, int phrases, String message) {
        assertThatThrownBy(() -> new TextSettings(true, min, max, hashtags, words, phrases, Set.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
