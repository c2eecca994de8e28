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

    @Test
    void leavesOutTagsOfTheFeedThatNameNothing() {
        assertThat(kindsAndTerms("", Arrays.asList("", " ", "#", null, "2017", "_", "a\nb", "\u200B", "x".repeat(140))))
                .isEmpty();
    }

    @Test
    void boundsTheTermsOfAPost() {
        TermExtractor small = new TermExtractor(new TextSettings(true, 2, 40, 2, 3, 1, Set.of()));
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

    private List<String> kindsAndTerms(String text, List<String> tags) {
        return extractor.extract(text, "en", tags).terms().stream()
                .map(term -> term.kind() + " " + term.term())
                .toList();
    }
}
