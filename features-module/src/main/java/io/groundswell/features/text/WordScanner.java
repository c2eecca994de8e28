package io.groundswell.features.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.io.CharArrayReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Predicate;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Finds words by UAX #29. Chinese characters come in overlapping pairs, or alone where one stands alone; Katakana and
 * Hangul as the words they are written in, particles of Korean included; Hiragana, which writes Japanese particles and
 * endings, not at all; Thai, Lao, Khmer and Burmese by ICU's dictionaries. Numbers and emoji are no words. For one thread.
 */
final class WordScanner {
    /** In chars; what is longer comes in pieces. Thai has no spaces, so a run of it is one token of many words. */
    private static final int LONGEST_TOKEN = 4096;

    private static final String EMOJI = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.EMOJI];
    private static final String NUMBER = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.NUM];
    private static final String HIRAGANA = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.HIRAGANA];
    private static final String SOUTH_EAST_ASIAN = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.SOUTHEAST_ASIAN];

    private final int minLength;
    private final int maxLength;
    private final StandardTokenizer tokenizer = new StandardTokenizer();
    private final TokenStream tokens = new CJKBigramFilter(tokenizer, CJKBigramFilter.HAN);
    private final OffsetAttribute offset = tokens.getAttribute(OffsetAttribute.class);
    private final TypeAttribute type = tokens.getAttribute(TypeAttribute.class);
    private int endOfTooLong;
    private final BreakIterator dictionary = BreakIterator.getWordInstance(new ULocale("th"));

    WordScanner(TextSettings settings) {
        minLength = settings.minWordLength();
        maxLength = settings.maxWordLength();
        tokenizer.setMaxTokenLength(LONGEST_TOKEN);
    }

    /**
     * Hands on the words of a text in its order, stop words among them, as long as they are wanted.
     *
     * @param takes returns whether it wants another word
     */
    void scan(String text, Markup markup, Predicate<Word> takes) {
        Predicate<Word> takesWhole = word -> word.end() == markup.cut() || takes.test(word);
        endOfTooLong = -1;
        try {
            tokenizer.setReader(new CharArrayReader(markup.prose()));
            try (tokens) {
                tokens.reset();
                while (tokens.incrementToken() && handsOn(text, takesWhole)) {
                    // The work is in the condition.
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }

    private boolean handsOn(String text, Predicate<Word> takes) {
        String kind = type.type();
        int start = offset.startOffset();
        int end = offset.endOffset();
        if (kind.equals(NUMBER) || kind.equals(HIRAGANA) || kind.equals(EMOJI)) {
            return true;
        }
        if (kind.equals(SOUTH_EAST_ASIAN)) {
            return handsOnPieces(text, start, end, takes);
        }
        if (end - start == LONGEST_TOKEN || start == endOfTooLong) {
            endOfTooLong = end;
            return true;
        }
        boolean isHan = kind.equals(CJKBigramFilter.DOUBLE_TYPE) || kind.equals(CJKBigramFilter.SINGLE_TYPE);
        return handsOn(text, start, end, isHan ? 1 : minLength, takes);
    }

    private boolean handsOnPieces(String text, int start, int end, Predicate<Word> takes) {
        String run = text.substring(start, end);
        dictionary.setText(run);
        int from = dictionary.first();
        for (int to = dictionary.next(); to != BreakIterator.DONE; to = dictionary.next()) {
            if (!handsOn(text, start + from, start + to, minLength, takes)) {
                return false;
            }
            from = to;
        }
        return true;
    }

    private boolean handsOn(String text, int start, int end, int least, Predicate<Word> takes) {
        String display = text.substring(start, hasPossessive(text, start, end) ? end - 2 : end);
        String term = folded(display);
        int length = term.codePointCount(0, term.length());
        if (length < least || length > maxLength || !hasLetter(term)) {
            return true;
        }
        return takes.test(new Word(start, end, term, display));
    }

    /** Returns the form of a word that stands alone. */
    static String canonical(String word) {
        return folded(hasPossessive(word, 0, word.length()) ? word.substring(0, word.length() - 2) : word);
    }

    private static String folded(String display) {
        return Canonical.of(display.indexOf('’') < 0 ? display : display.replace('’', '\''));
    }

    private static boolean hasPossessive(String text, int start, int end) {
        if (end - start < 3 || (text.charAt(end - 1) != 's' && text.charAt(end - 1) != 'S')) {
            return false;
        }
        char mark = text.charAt(end - 2);
        return mark == '\'' || mark == '’';
    }

    private static boolean hasLetter(String term) {
        return term.codePoints().anyMatch(Character::isLetter);
    }
}
