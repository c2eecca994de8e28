package io.groundswell.features.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.model.Term;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTermsTest {

    @ParameterizedTest
    @CsvSource({
        "hashtag, #MondayMotivation",
        "hashtag, ＃Straße",
        "word, Fußball",
        "word, Trump’s",
        "word, l’été",
        "phrase, Heavy  Rain"
    })
    void isTheFormThatAPostHas(String kind, String written) {
        List<Term> inAPost = new TermExtractor(TextSettings.DEFAULT)
                .extract(written, "xx", List.of())
                .terms();

        assertThat(CanonicalTerms.of(kind, written))
                .isPresent()
                .get()
                .isEqualTo(inAPost.stream()
                        .filter(term -> term.kind().equals(kind))
                        .findFirst()
                        .orElseThrow()
                        .term());
    }

    @Test
    void thereIsNoneOfWhatNoPostHas() {
        assertThat(CanonicalTerms.of(Term.HASHTAG, "#2024")).isEmpty();
        assertThat(CanonicalTerms.of(Term.WORD, "two words")).isEmpty();
        assertThat(CanonicalTerms.of(Term.PHRASE, "word")).isEmpty();
    }
}
