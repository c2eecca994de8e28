package io.groundswell.features.text;

import java.io.Serializable;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How terms are found. Lengths are in code points, limits in distinct terms of one post; what a post holds beyond a
 * limit is not counted.
 *
 * @param phrases whether two adjacent words are a term too
 * @param minWordLength shortest word; Chinese characters and pairs of them are words of any length
 * @param extraStopWords words to leave out beside the stop words of the post's language, in any form
 * @param detectLanguages the languages to tell apart in posts whose language neither the source nor the script tells;
 *     empty switches this off, and with it what it costs in time and memory
 */
public record TextSettings(
        boolean phrases,
        int minWordLength,
        int maxWordLength,
        int maxHashtags,
        int maxWords,
        int maxPhrases,
        Set<String> extraStopWords,
        Set<String> detectLanguages)
        implements Serializable {
    public static final TextSettings DEFAULT = new TextSettings(true, 2, 40, 64, 200, 200, Set.of(), Set.of());

    public TextSettings {
        requireAtLeast(1, minWordLength, "min-word-length");
        requireAtLeast(minWordLength, maxWordLength, "max-word-length");
        requireAtLeast(0, maxHashtags, "max-hashtags");
        requireAtLeast(0, maxWords, "max-words");
        requireAtLeast(0, maxPhrases, "max-phrases");
        extraStopWords = extraStopWords.stream().map(Canonical::of).collect(Collectors.toUnmodifiableSet());
        detectLanguages = detectLanguages.stream().map(TextSettings::language).collect(Collectors.toUnmodifiableSet());
    }

    private static String language(String code) {
        String language = Languages.declared(code);
        if (language == null) {
            throw new IllegalArgumentException(
                    "text.detect-languages must hold language codes such as en, was %s".formatted(code));
        }
        return language;
    }

    private static void requireAtLeast(int least, int value, String key) {
        if (value < least) {
            throw new IllegalArgumentException("text.%s must be >= %d, was %d".formatted(key, least, value));
        }
    }
}
