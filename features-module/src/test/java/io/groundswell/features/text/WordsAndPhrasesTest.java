package io.groundswell.features.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.model.Term;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WordsAndPhrasesTest {

    static Stream<Arguments> cases() {
        return Cases.of("words.tsv", 5);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheWordsAndPhrasesOfAText(String what, String language, String text, String words, String phrases) {
        List<Term> terms = new TermExtractor(TextSettings.DEFAULT)
                .extract(text, language, null)
                .terms();

        assertThat(of(terms, Term.WORD)).as(what).containsExactlyElementsOf(Cases.split(words, " "));
        assertThat(of(terms, Term.PHRASE)).as(what).containsExactlyElementsOf(Cases.split(phrases, "|"));
    }

    @Test
    void showsWordsAndPhrasesAsTheyAreWritten() {
        assertThat(extract(TextSettings.DEFAULT, "Sri  Lanka’s"))
                .containsExactly(
                        new Term(Term.WORD, "sri", "Sri"),
                        new Term(Term.WORD, "lanka", "Lanka"),
                        new Term(Term.PHRASE, "sri lanka", "Sri Lanka"));
    }

    @Test
    void leavesPhrasesOutWhereTheyAreOff() {
        TextSettings noPhrases = new TextSettings(false, 2, 40, 64, 200, 200, Set.of(), Set.of());

        assertThat(of(extract(noPhrases, "sri lanka"), Term.PHRASE)).isEmpty();
    }

    @Test
    void leavesOutWordsTooShortOrTooLong() {
        TextSettings fourToSix = new TextSettings(true, 4, 6, 64, 200, 200, Set.of(), Set.of());

        assertThat(of(extract(fourToSix, "big storms flooding roads 雪"), Term.WORD))
                .containsExactly("storms", "roads", "雪");
    }

    @Test
    void leavesOutExtraStopWordsInAnyForm() {
        TextSettings extra = new TextSettings(true, 2, 40, 64, 200, 200, Set.of("STRASSE"), Set.of());

        assertThat(of(extract(extra, "storm Straße flood"), Term.WORD)).containsExactly("storm", "flood");
        assertThat(of(extract(extra, "storm Straße flood"), Term.PHRASE)).isEmpty();
    }

    @Test
    void givesEveryRunOfAnExtractorTheSameTerms() {
        TermExtractor extractor = new TermExtractor(TextSettings.DEFAULT);
        List<Term> first =
                extractor.extract("storm flood 北京大雪 น้ำท่วม", null, null).terms();
        TermExtractor stopped = new TermExtractor(new TextSettings(true, 2, 40, 64, 1, 1, Set.of(), Set.of()));
        List<Term> cut = stopped.extract("storm flood", null, null).terms();

        assertThat(extractor.extract("storm flood 北京大雪 น้ำท่วม", null, null).terms())
                .isEqualTo(first);
        assertThat(stopped.extract("storm flood", null, null).terms()).isEqualTo(cut);
    }

    private static List<Term> extract(TextSettings settings, String text) {
        return new TermExtractor(settings).extract(text, null, null).terms();
    }

    private static List<String> of(List<Term> terms, String kind) {
        return terms.stream()
                .filter(term -> term.kind().equals(kind))
                .map(Term::term)
                .toList();
    }
}
