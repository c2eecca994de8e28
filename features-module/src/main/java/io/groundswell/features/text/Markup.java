package io.groundswell.features.text;

import io.groundswell.features.text.HashtagScanner.Span;
import java.util.Arrays;
import java.util.List;

/**
 * A text with all that is no prose covered by a character that parts words: addresses, hashtags, mentions.
 *
 * @param prose as long as the text, so that an offset means the same in both
 * @param hashtags where the text has hashtags; none within an address
 */
record Markup(char[] prose, List<Span> hashtags) {
    /** Parts words and phrases. */
    private static final char COVER = '|';

    static Markup of(String text) {
        char[] prose = text.toCharArray();
        coverAddresses(text, prose);
        coverCutEnd(text, prose);
        List<Span> hashtags = HashtagScanner.scan(prose);
        hashtags.forEach(tag -> Arrays.fill(prose, tag.start(), tag.end(), COVER));
        coverMentions(prose);
        coverDots(prose);
        return new Markup(prose, hashtags);
    }

    private static void coverAddresses(String text, char[] prose) {
        int end = 0;
        for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", end)) {
            int start = at;
            while (start > end && isAsciiWord(text.charAt(start - 1))) {
                start--;
            }
            end = addressEnd(text, at + 3);
            Arrays.fill(prose, start, end, COVER);
        }
        end = 0;
        for (int at = text.indexOf("www."); at >= 0; at = text.indexOf("www.", end)) {
            end = addressEnd(text, at);
            Arrays.fill(prose, at, end, COVER);
        }
    }

    /** The host may be in any script; behind it, Japanese and Chinese go on without a space after the address. */
    private static int addressEnd(String text, int start) {
        int end = start;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || isHostSign(text.charAt(end)))) {
            end++;
        }
        while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) < 0x7F && !isQuote(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** An old-style repost is cut to 140 characters, often amid a word, which would count as a word of its own. */
    private static void coverCutEnd(String text, char[] prose) {
        if (!text.startsWith("RT @") || !text.endsWith("…")) {
            return;
        }
        int i = text.length() - 2;
        while (i >= 0 && (isAsciiWord(prose[i]) || Character.isLetter(prose[i]) || HashtagScanner.isSign(prose[i]))) {
            prose[i--] = COVER;
        }
    }

    private static void coverMentions(char[] prose) {
        int i = 0;
        while (i < prose.length) {
            i = prose[i] == '@' || prose[i] == '＠' ? coverMention(prose, i) : i + 1;
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

    private static boolean isAsciiWord(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '_');
    }

    private static boolean isHostSign(char c) {
        return c == '.' || c == '-' || c == ':' || c == '@';
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '<' || c == '>';
    }
}
