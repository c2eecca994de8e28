package io.groundswell.features.text;

import io.groundswell.model.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The canonical form of a single term that somebody names, as {@link TermExtraction} finds it in posts. */
public final class CanonicalTerms {
    private CanonicalTerms() {}

    /**
     * Returns the form of a term; empty where no post can have such a one.
     *
     * @param kind one of those of {@link Term}
     * @param written a hashtag with or without its sign, a word, or the two words of a phrase
     */
    public static Optional<String> of(String kind, String written) {
        return switch (kind) {
            case Term.HASHTAG ->
                Hashtag.of("", List.of(), List.of(written), 1).stream()
                        .map(tag -> tag.term().term())
                        .findFirst();
            case Term.WORD ->
                Optional.of(written.strip())
                        .filter(word -> !word.isEmpty() && word.chars().noneMatch(Character::isWhitespace))
                        .map(WordScanner::canonical);
            case Term.PHRASE -> phrase(written.strip().split("\\s+"));
            default -> throw new IllegalArgumentException("No kind of term: " + kind);
        };
    }

    private static Optional<String> phrase(String[] words) {
        return words.length == 2
                ? Optional.of(Arrays.stream(words).map(WordScanner::canonical).collect(Collectors.joining(" ")))
                : Optional.empty();
    }
}
