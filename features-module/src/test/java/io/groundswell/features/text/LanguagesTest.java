package io.groundswell.features.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "EN-us, en",
        "pt_BR, pt",
        "zh-Hant-TW, zh",
        "eng, en",
        "deu, de",
        "in, id",
        "iw, he",
        "ji, yi",
        "cmn, zh",
        "qu, qu",
        "fil, fil",
        "' fr ', fr"
    })
    void normalisesADeclaredLanguage(String declared, String language) {
        assertThat(Languages.declared(declared)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "und", "zxx", "mul", "mis", "qme", "qht", "qaa", "x", "english", "e1", "-"})
    void takesNoLanguageFromACodeForNone(String declared) {
        assertThat(Languages.declared(declared)).isNull();
    }

    @Test
    void takesNoLanguageFromNull() {
        assertThat(Languages.declared(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "서울 지진 OK, ko",
        "東京で花火, ja",
        "スリランカ, ja",
        "北京大雪, zh",
        "北京今天下大雪了优の良品交通受到影响, zh",
        "زلزال قوي في المغرب, ar",
        "น้ำท่วมกรุงเทพ, th",
        "Σίσυφος, el",
        "שלום עולם, he"
    })
    void tellsTheLanguageThatAScriptHas(String text, String language) {
        assertThat(Languages.ofScript(text.toCharArray())).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12 🔥",
                "Hurricane Irma",
                "Землетрясение",
                "मुंबई",
                "سلام می‌خواهم بروم",
                "یہ اردو ہے",
                "Tokyo 東京 fireworks tonight"
            })
    void tellsNothingWhereAScriptHasManyLanguages(String text) {
        assertThat(Languages.ofScript(text.toCharArray())).isNull();
    }
}
