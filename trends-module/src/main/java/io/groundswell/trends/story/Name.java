package io.groundswell.trends.story;

import io.groundswell.model.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A term as a name of something: "#HurricaneHarvey", "hurricane harvey" and "harvey" name one thing, though hardly anybody
 * writes two of them in one post.
 *
 * @param words that it is made of; of a hashtag those that capitals, digits or underscores set apart
 * @param compact the term without what sets words apart
 */
record Name(List<String> words, String compact, boolean isHashtag) {
    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("[\\s_]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{L})(?=\\p{N})");
    /** Shorter ones are in too many others. */
    private static final int TELLING_LETTERS = 4;
    /** Within a hashtag of which nobody knows where its words begin. */
    private static final int TELLING_PART = 5;
    /** Ideographs tell more each. */
    private static final int TELLING_IDEOGRAPHS = 2;

    static Name of(TermId term, String display) {
        boolean isHashtag = term.kind().equals(Term.HASHTAG);
        String written = isHashtag && display != null ? display : term.term();
        List<String> words = Arrays.stream(BETWEEN_WORDS.split(written))
                .map(word -> word.replace("#", "").toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
        return new Name(words, term.term().replace(" ", "").replace("_", ""), isHashtag);
    }

    /** Returns whether the two are the same, or one is the other with more words to it. */
    boolean isNameOf(Name other) {
        return compact.equals(other.compact) || isIn(other) || other.isIn(this);
    }

    private boolean isIn(Name other) {
        if (compact.length() >= other.compact.length() || !isTelling(TELLING_LETTERS)) {
            return false;
        }
        boolean isRunOfLetters = other.isHashtag && other.words.size() == 1;
        return other.words.containsAll(words)
                || (isRunOfLetters && isTelling(TELLING_PART) && other.compact.contains(compact));
    }

    private boolean isTelling(int letters) {
        return compact.codePoints().filter(Character::isLetter).count() >= letters
                || compact.codePoints().filter(Character::isIdeographic).count() >= TELLING_IDEOGRAPHS;
    }
}
