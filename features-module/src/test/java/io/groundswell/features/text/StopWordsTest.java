package io.groundswell.features.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StopWordsTest {

    @ParameterizedTest
    @CsvSource({
        "ar, في",
        "bg, това",
        "ca, amb",
        "cs, jsem",
        "da, ikke",
        "de, nicht",
        "en, the",
        "es, también",
        "fa, این",
        "fi, olla",
        "fr, avec",
        "hi, में",
        "hu, hogy",
        "id, yang",
        "it, della",
        "nl, niet",
        "no, ikke",
        "nb, ikke",
        "pt, não",
        "ro, pentru",
        "ru, что",
        "sv, inte",
        "th, ที่",
        "tr, için",
        "zh, 我们",
        "bn, এই",
        "ckb, لە",
        "el, είναι",
        "et, aga",
        "eu, eta",
        "fil, mga",
        "ga, agus",
        "gl, non",
        "he, של",
        "hr, što",
        "hy, որ",
        "ja, 私",
        "ko, 그리고",
        "lt, ir",
        "lv, un",
        "ms, yang",
        "ne, र",
        "nn, ikke",
        "pl, się",
        "sk, alebo",
        "sr, није",
        "ta, ஒரு",
        "te, మరియు",
        "tl, mga",
        "uk, що",
        "ur, ہے",
        "vi, không",
        "yue, 嘅",
        "zh, 的"
    })
    void hasAListForTheMainLanguages(String language, String word) {
        assertThat(StopWords.of(language)).contains(Canonical.of(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"the", "rt", "via", "amp", "https", "co", "don't", "dont", "i'm"})
    void leavesOutEnglishAndNoiseInAnyLanguage(String word) {
        assertThat(StopWords.isAlways(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shell", "well", "storm", "news"})
    void keepsWordsThatOnlyLookLikeContractions(String word) {
        assertThat(StopWords.isAlways(word)).isFalse();
    }

    @Test
    void foldsEachListOfOursToCanonicalWords() {
        for (String language : Locale.getISOLanguages()) {
            assertThat(StopWords.of(language)).as(language).allSatisfy(word -> assertThat(word)
                    .isEqualTo(Canonical.of(word))
                    .isNotBlank()
                    .doesNotContainAnyWhitespaces());
        }
    }

    @Test
    void hasNoListForAnUnknownLanguage() {
        assertThat(StopWords.of("xx")).isEmpty();
        assertThat(StopWords.of(null)).isEmpty();
    }
}
