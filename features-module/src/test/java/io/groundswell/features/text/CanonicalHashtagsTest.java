package io.groundswell.features.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.twitter.twittertext.Extractor;
import io.groundswell.model.Term;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalHashtagsTest {
    private final TermExtractor extractor = new TermExtractor(TextSettings.DEFAULT);

    static Stream<Arguments> cases() {
        return Cases.of("hashtags.tsv", 5);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheTagsOfATextInCanonicalForm(
            String what, String text, String tags, String lookAlikes, String twitterText) {
        assertThat(hashtags(text, null))
                .extracting(Term::term)
                .as(what)
                .containsExactlyElementsOf(Cases.split(tags, " "));
    }

    /** A feed gives the same tag the same term, wherever the text can hold it. */
    @ParameterizedTest
    @MethodSource("cases")
    void givesATagOfTheFeedTheSameForm(String what, String text, String tags, String lookAlikes, String twitterText) {
        List<Term> inText = hashtags(text, null);
        List<String> written = inText.stream().map(Term::display).toList();

        assertThat(hashtags("", written)).as(what).containsExactlyElementsOf(inText);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void warnsOfLookAlikes(String what, String text, String tags, String lookAlikes, String twitterText) {
        assertThat(Cases.split(tags, " ").stream().filter(LookAlikes::isLookAlike))
                .as(what)
                .containsExactlyElementsOf(Cases.split(lookAlikes, " "));
    }

    /** X's own library is the oracle, but where the table says what it does instead. */
    @ParameterizedTest
    @MethodSource("cases")
    void findsTheTagsThatTwitterTextFinds(
            String what, String text, String tags, String lookAlikes, String twitterText) {
        Set<String> theirs = new Extractor()
                .extractHashtags(text).stream()
                        .map(Canonical::of)
                        .filter(tag -> !tag.isEmpty())
                        .collect(Collectors.toSet());

        assertThat(theirs.equals(Set.copyOf(Cases.split(tags, " "))))
                .as("%s; twitter-text finds %s", what, theirs)
                .isEqualTo(twitterText.equals("same"));
    }

    @Test
    void hasAReasonForEachOfManyCases() {
        List<Object> reasons =
                cases().map(tagCase -> ((Named<?>) tagCase.get()[0]).getName()).collect(Collectors.toList());

        assertThat(reasons).hasSizeGreaterThan(400).doesNotHaveDuplicates();
    }

    @Test
    void showsATagAsItIsWritten() {
        assertThat(hashtags("#HurricaneMaria ＃Ｆｌｏｏｄ", null))
                .containsExactly(
                        new Term(Term.HASHTAG, "hurricanemaria", "HurricaneMaria"),
                        new Term(Term.HASHTAG, "flood", "Ｆｌｏｏｄ"));
    }

    @Test
    void findsInAnyTextDistinctCanonicalTagsOfBoundedLength() {
        Random random = new Random(7);
        String alphabet = "##＃﹟aAzZ09_ &;.|·・é\u0301ßİ京カｶ지ไ้ि\u200C\u200D\u200E\uFE0F\u20E3\uD83D\uDD25\uD800@:/";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            List<String> terms =
                    hashtags(text.toString(), null).stream().map(Term::term).toList();

            assertThat(terms).doesNotHaveDuplicates().allSatisfy(term -> assertThat(term)
                    .isEqualTo(Canonical.of(term))
                    .isNotBlank()
                    .doesNotContain("#", " ", "\u200C", "\u200D", "\u200E")
                    .matches("(?s).*\\p{L}.*"));
        }
    }

    private List<Term> hashtags(String text, List<String> tags) {
        return extractor.extract(text, null, tags).terms().stream()
                .filter(term -> term.kind().equals(Term.HASHTAG))
                .toList();
    }
}
