package io.groundswell.features.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.job.PlatformException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;

class LanguageDetectorTest {
    private static final List<Labelled> POSTS = Cases.of("languages.tsv", 2)
            .map(arguments ->
                    new Labelled(arguments.get()[0], (String) arguments.get()[1]))
            .toList();

    /** The language is the name of a case. */
    private record Labelled(String language, String text) {
        Labelled(Object named, String text) {
            this(((Named<?>) named).getName(), text);
        }
    }

    @Test
    void tellsTheLanguagesOfALabelledSet() {
        List<Labelled> missed = missed(POSTS, languages(POSTS));

        System.out.printf("Language detector: %d of %d posts right%n", POSTS.size() - missed.size(), POSTS.size());
        assertThat(missed).hasSizeLessThanOrEqualTo(POSTS.size() / 50);
    }

    @Test
    void answersWithAWantedLanguageOrNone() {
        Set<String> wanted = Set.of("en", "pt", "ru", "fa");
        List<Labelled> others =
                POSTS.stream().filter(post -> !wanted.contains(post.language())).toList();
        LanguageDetector detector = LanguageDetector.among(wanted);
        long none = others.stream()
                .filter(post -> detector.of(post.text().toCharArray()) == null)
                .count();

        System.out.printf("Language detector: %d of %d posts in other languages have none%n", none, others.size());
        assertThat(none).isGreaterThanOrEqualTo(others.size() * 95L / 100);
        assertThat(missed(
                        POSTS.stream()
                                .filter(post -> wanted.contains(post.language()))
                                .toList(),
                        wanted))
                .hasSizeLessThanOrEqualTo(1);
    }

    /** Prints its cost; the bound only keeps it from becoming another order of magnitude. */
    @Test
    void costsLessThanAMillisecondAPost() {
        LanguageDetector detector = LanguageDetector.among(languages(POSTS));
        long started = 0;
        int rounds = 20;
        for (int round = -rounds; round < rounds; round++) {
            started = round == 0 ? cpu() : started;
            POSTS.forEach(post -> detector.of(post.text().toCharArray()));
        }
        long micros = (cpu() - started) / 1000 / rounds / POSTS.size();

        System.out.printf("Language detector: %d microseconds of CPU a post%n", micros);
        assertThat(micros).isLessThan(1000);
    }

    @Test
    void tellsNothingOfAShortText() {
        assertThat(LanguageDetector.among(Set.of("en", "de")).of("|| the 12 |".toCharArray()))
                .isNull();
    }

    @Test
    void readsALongTextInPartOnly() {
        String english = POSTS.get(0).text();

        assertThat(LanguageDetector.among(Set.of("en", "de"))
                        .of((english + " ").repeat(100_000).toCharArray()))
                .isEqualTo("en");
    }

    @Test
    void refusesALanguageThatItDoesNotKnow() {
        TextSettings settings = detecting("en", "tlh");

        assertThatThrownBy(() -> new TermExtraction(settings))
                .isInstanceOf(PlatformException.class)
                .hasMessageStartingWith(
                        "text.detect-languages holds tlh, which the detector does not know. It knows af,");
    }

    @Test
    void isAskedOnlyWhereNeitherSourceNorScriptTells() {
        TermExtractor extractor = new TermExtractor(detecting("de", "en"));

        assertThat(extractor
                        .extract("Der Fluss ist über die Ufer getreten", null, null)
                        .language())
                .isEqualTo("de");
        assertThat(extractor
                        .extract("Der Fluss ist über die Ufer getreten", "fr", null)
                        .language())
                .isEqualTo("fr");
        assertThat(extractor.extract("東京で花火を見ました", null, null).language()).isEqualTo("ja");
        assertThat(extractor.extract("#DerFlussIstÜberDieUfer", null, null).language())
                .isNull();
        assertThat(new TermExtractor(TextSettings.DEFAULT)
                        .extract("Der Fluss ist über die Ufer getreten", null, null)
                        .language())
                .isNull();
    }

    private static TextSettings detecting(String... languages) {
        return new TextSettings(true, 2, 40, 64, 200, 200, Set.of(), Set.of(languages));
    }

    private static Set<String> languages(List<Labelled> posts) {
        return posts.stream().map(Labelled::language).collect(Collectors.toSet());
    }

    private static List<Labelled> missed(List<Labelled> posts, Set<String> wanted) {
        LanguageDetector detector = LanguageDetector.among(wanted);
        return posts.stream()
                .filter(post -> !post.language().equals(detector.of(post.text().toCharArray())))
                .toList();
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
