package io.groundswell.features.text;

import io.groundswell.job.PlatformException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells which of some languages a text is in, by OpenNLP's model of 103. The model, about 40 MB on the heap, is loaded
 * once for all detectors of a JVM, when the first is made. For one thread.
 */
final class LanguageDetector {
    /** Shorter ones, such as a name and a number, are in any language. */
    private static final int LEAST_LETTERS = 10;

    /** More doesn't make it surer, and a post may be huge. */
    private static final int LONGEST_TEXT = 500;

    /**
     * Of the likeliest language's confidence. One that is less likely is no answer, since the text is in a language that
     * nobody wants; near relatives of a wanted one lie closer. Chosen on the labelled posts of the tests.
     */
    private static final double LEAST_OF_LIKELIEST = 0.7;

    private final LanguageDetectorME detector = new LanguageDetectorME(Holder.MODEL);
    private final Set<String> languages;

    private LanguageDetector(Set<String> languages) {
        this.languages = languages;
    }

    private static final class Holder {
        private static final LanguageDetectorModel MODEL = model();

        /** OpenNLP's codes are of three letters, some of a single dialect. */
        private static final Map<String, String> CODES = codes();

        private static LanguageDetectorModel model() {
            try (InputStream in = LanguageDetector.class.getResourceAsStream("/langdetect-183.bin")) {
                return new LanguageDetectorModel(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Map<String, String> codes() {
            Map<String, String> codes = new HashMap<>();
            for (String code : new LanguageDetectorME(MODEL).getSupportedLanguages()) {
                String language = Languages.declared(code);
                codes.put(code, language == null ? code : language);
            }
            return Map.copyOf(codes);
        }
    }

    /**
     * Returns a detector that answers with one of the given languages, or with none.
     *
     * @throws PlatformException if the model doesn't know one of them
     */
    static LanguageDetector among(Set<String> languages) {
        Set<String> unknown = new TreeSet<>(languages);
        unknown.removeAll(Holder.CODES.values());
        if (!unknown.isEmpty()) {
            throw PlatformException.usage(
                    "text.detect-languages holds %s, which the detector does not know. It knows %s."
                            .formatted(
                                    String.join(", ", unknown),
                                    String.join(", ", new TreeSet<>(Holder.CODES.values()))));
        }
        return new LanguageDetector(languages);
    }

    /** Returns the language of a prose; null if it is short or most likely in none of this detector's languages. */
    String of(char[] prose) {
        String text = new String(prose, 0, Math.min(prose.length, LONGEST_TEXT)).replace(Markup.COVER, ' ');
        if (text.codePoints().filter(Character::isLetter).count() < LEAST_LETTERS) {
            return null;
        }
        Language[] likeliestFirst = detector.predictLanguages(text);
        return Arrays.stream(likeliestFirst)
                .takeWhile(guess -> guess.getConfidence() >= LEAST_OF_LIKELIEST * likeliestFirst[0].getConfidence())
                .map(guess -> Holder.CODES.get(guess.getLang()))
                .filter(languages::contains)
                .findFirst()
                .orElse(null);
    }
}
