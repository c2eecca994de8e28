package io.groundswell.features.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.groundswell.model.Term;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermExtractorTest {
    private final TermExtractor extractor = new TermExtractor(TextSettings.DEFAULT);

    @Test
    void keepsTheOrderOfTheText() {
        assertThat(kindsAndTerms("big storm #Irma hits #Florida", null))
                .containsExactly(
                        "word big", "word storm", "phrase big storm", "hashtag irma", "word hits", "hashtag florida");
    }

    @Test
    void hasNoTermsWithoutText() {
        assertThat(extractor.extract(null, "en", List.of("irma")))
                .isEqualTo(new TermExtractor.Extracted("en", List.of()));
    }

    @Test
    void takesTheTagsOfTheFeedInsteadOfThoseOfTheText() {
        assertThat(kindsAndTerms("int x #c storm #irma", List.of("Irma", "late")))
                .containsExactly("word int", "word storm", "hashtag irma", "hashtag late");
    }

    @Test
    void showsATagOfTheFeedAsTheTextHasIt() {
        assertThat(extractor
                        .extract("#HurricaneIrma", null, List.of("hurricaneirma"))
                        .terms())
                .containsExactly(new Term(Term.HASHTAG, "hurricaneirma", "HurricaneIrma"));
    }

    @Test
    void scansTheTextWhereTheFeedHasNoTags() {
        assertThat(kindsAndTerms("#irma", List.of())).containsExactly("hashtag irma");
    }

    @Test
    void takesAFeedsTagsWithOrWithoutASignAndNoTwice() {
        assertThat(kindsAndTerms("", Arrays.asList("#Irma", "IRMA", " ＃maria ", "machine learning", "🔥")))
                .containsExactly("hashtag irma", "hashtag maria", "hashtag machine learning", "hashtag 🔥");
    }

    @ParameterizedTest
    @CsvSource({
        "'# irma', irma",
        "##irma, irma",
        "'\u200B# ＃\u00A0irma\u3000', irma",
        "#北京暴雪#, 北京暴雪",
        "C#, c#",
        "'machine \u00A0 learning', machine learning",
        "\u202Eirma\u202C, irma"
    })
    void trimsATagOfTheFeed(String name, String tag) {
        assertThat(kindsAndTerms("", List.of(name))).containsExactly("hashtag " + tag);
    }

    @Test
    void showsATagOfTheFeedWithoutControls() {
        assertThat(extractor
                        .extract("", null, List.of("##Ir\u202Ema\u200E ", "❤\uFE0F"))
                        .terms())
                .extracting(Term::display)
                .containsExactly("Irma", "❤\uFE0F");
    }

    @Test
    void leavesOutTagsOfTheFeedThatNameNothing() {
        assertThat(kindsAndTerms(
                        "",
                        Arrays.asList(
                                "",
                                " ",
                                "#",
                                null,
                                "2017",
                                "_",
                                "a\nb",
                                "\u200B",
                                "x".repeat(140),
                                "##",
                                "# #",
                                "\u202E",
                                "ـ")))
                .isEmpty();
    }

    @Test
    void leavesOutATagThatWasCut() {
        assertThat(kindsAndTerms("RT @ann: 大雪 #北京 #東京\u30FC…", null)).containsExactly("word 大雪", "hashtag 北京");
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 300, 4096, 4097, 5000, 8192, 9000})
    void leavesOutATokenTooLongAndItsTail(int length) {
        assertThat(kindsAndTerms("storm " + "x".repeat(length) + " flood", null))
                .containsExactly("word storm", "word flood");
    }

    @Test
    void findsTheWordsOfALongRunOfThai() {
        assertThat(kindsAndTerms("ท่วม" + "กรุงเทพ".repeat(60), null)).containsSubsequence("word ท่วม", "word กรุงเทพ");
    }

    @Test
    void boundsTheTermsOfAPost() {
        TermExtractor small = new TermExtractor(new TextSettings(true, 2, 40, 2, 3, 1, Set.of(), Set.of()));
        List<String> terms =
                small.extract("#one #two #three storm flood storm fire wind #four", null, null).terms().stream()
                        .map(term -> term.kind() + " " + term.term())
                        .toList();

        assertThat(terms)
                .containsExactly(
                        "hashtag one", "hashtag two", "word storm", "word flood", "phrase storm flood", "word fire");
    }

    @Test
    void boundsTheTermsOfAHugePostByDefault() {
        String huge = IntStream.range(0, 50_000)
                .mapToObj(i -> "#tag" + i + " word" + i + "x")
                .collect(Collectors.joining(" "));

        assertThat(extractor.extract(huge, "en", null).terms()).hasSize(64 + 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"://", "www.", "@", "a@", "#", "#a", "a.", "\uFE0F#", "#\u200D", "ก", "京", "é"})
    void readsAHugePostInTimeLinearInIt(String part) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> extractor.extract(part.repeat(500_000), null, List.of("a")));
    }

    @Test
    void tellsTheLanguageByTheScriptWhereTheSourceDoesNot() {
        assertThat(extractor.extract("東京で花火", "und", null).language()).isEqualTo("ja");
        assertThat(extractor.extract("東京で花火", "zh-Hant", null).language()).isEqualTo("zh");
    }

    @Test
    void tellsTheLanguageByTheProseAlone() {
        assertThat(extractor
                        .extract("花火 https://example.org/a/long/address @somebody", null, null)
                        .language())
                .isEqualTo("zh");
    }

    @Test
    void tellsTheLanguageByTheTagsWhereThereIsNoProse() {
        assertThat(extractor
                        .extract("#花火と夏 🔥 https://example.org/a", null, null)
                        .language())
                .isEqualTo("ja");
        assertThat(extractor.extract("2017", null, List.of("지진")).language()).isEqualTo("ko");
        assertThat(extractor.extract("Love it #花火と夏の夜空", null, null).language()).isNull();
    }

    private List<String> kindsAndTerms(String text, List<String> tags) {
        return extractor.extract(text, "en", tags).terms().stream()
                .map(term -> term.kind() + " " + term.term())
                .toList();
    }
}
