package io.groundswell.features.text;

import io.groundswell.features.text.HashtagScanner.Span;
import java.util.Arrays;
import java.util.List;

/**
 * A text with all that is no prose covered by a character that parts words: addresses, hashtags, mentions.
 *
 * @param prose as long as the text, so that an offset means the same in both
 * @param hashtags where the text has hashtags; none within an address, nor one that was cut
 * @param cut where a platform cut the text, so that the word that ends there is not whole; -1 where it did not
 */
record Markup(char[] prose, List<Span> hashtags, int cut) {
    /** Parts words and phrases. */
    static final char COVER = '|';

    static Markup of(String text) {
        char[] prose = text.toCharArray();
        Addresses.cover(text, prose);
        int cut = cut(text);
        List<Span> hashtags = HashtagScanner.scan(prose);
        hashtags.forEach(tag -> Arrays.fill(prose, tag.start(), tag.end(), COVER));
        hashtags.removeIf(tag -> tag.end() == cut);
        coverMentions(prose);
        coverDots(prose);
        return new Markup(prose, hashtags, cut);
    }

    /**
     * Returns where an old-style repost was cut to 140 characters, often amid a word or a tag, which would count as one of
     * its own; -1 in a text that was not cut.
     */
    private static int cut(String text) {
        int end = text.length();
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return text.startsWith("RT @") && text.charAt(end - 1) == '…' ? end - 1 : -1;
    }

    private static void coverMentions(char[] prose) {
        int i = 0;
        while (i < prose.length) {
            i = isMentionSign(prose[i]) ? coverMention(prose, i) : i + 1;
        }
    }

    private static void coverDots(char[] prose) {
        for (int i = 1; i < prose.length - 1; i++) {
            if ((prose[i] == '.' || prose[i] == ':') && partsWords(prose, i)) {
                prose[i] = COVER;
            }
        }
    }

    /** People forget the space behind a full stop; the dots of initials such as U.S. stand between single letters. */
    private static boolean partsWords(char[] prose, int dot) {
        boolean isInitial = (dot < 2 || !Character.isLetterOrDigit(prose[dot - 2]))
                && (dot + 2 >= prose.length || !Character.isLetterOrDigit(prose[dot + 2]));
        return Character.isLetter(prose[dot - 1]) && Character.isLetter(prose[dot + 1]) && !isInitial;
    }

    /** Covers {@code @name}, {@code @name@host} and what stands before the sign of a mail address. */
    private static int coverMention(char[] prose, int sign) {
        int start = sign;
        while (start > 0 && (isAsciiWord(prose[start - 1]) || isWithinMailName(prose, start - 1, sign))) {
            start--;
        }
        int end = sign + 1;
        while (end < prose.length && (isAsciiWord(prose[end]) || isHandleSign(prose, end))) {
            end++;
        }
        if (end > sign + 1) {
            Arrays.fill(prose, start, end, COVER);
        }
        return end;
    }

    /** The full stop right before a mention is not part of a mail address. */
    private static boolean isWithinMailName(char[] prose, int i, int sign) {
        return i > 0
                && i + 1 < sign
                && (prose[i] == '.' || prose[i] == '-' || prose[i] == '+')
                && isAsciiWord(prose[i - 1]);
    }

    private static boolean isHandleSign(char[] prose, int i) {
        if (i + 1 >= prose.length || !isAsciiWord(prose[i + 1])) {
            return false;
        }
        // Behind a dot, a handle goes on in lower case; a new sentence doesn't.
        return prose[i] == '@' || prose[i] == '-' || (prose[i] == '.' && !Character.isUpperCase(prose[i + 1]));
    }

    static boolean isMentionSign(char c) {
        return c == '@' || c == '＠';
    }

    static boolean isAsciiWord(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '_');
    }
}
