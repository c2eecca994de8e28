package io.groundswell.features.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds hashtag identifiers (UAX #31, UAX31-D2): a sign, then characters of {@code XID_Continue}, to which the underscore
 * belongs. Emoji are no part of a tag. Time is linear in the text.
 *
 * <p>Beyond the standard, as the platforms have it: no tag starts after a word character, {@code &} or a sign, or with a
 * combining mark; it holds a letter, which digits and underscores are not, and at most {@value #MAX_LENGTH} code points;
 * joiners count between two letters alone; middle dots at its end are not part of it.
 */
final class HashtagScanner {
    static final int MAX_LENGTH = 139;

    private static final int ZWNJ = 0x200C;
    private static final int ZWJ = 0x200D;

    private HashtagScanner() {}

    /** Where a tag stands: {@code start} at its sign, {@code end} behind its last character, in chars. */
    record Span(int start, int end) {}

    /** Returns the tags of a text in its order. */
    static List<Span> scan(char[] text) {
        List<Span> tags = new ArrayList<>();
        int i = 0;
        while (i < text.length) {
            if (!isSign(text[i])) {
                i++;
                continue;
            }
            int end = canStart(text, i) ? end(text, i + 1) : i + 1;
            if (isTag(text, i + 1, end)) {
                tags.add(new Span(i, end));
            }
            i = end;
        }
        return tags;
    }

    static boolean isSign(int c) {
        return c == '#' || c == '\uFF03' || c == '\uFE5F';
    }

    /** Returns whether a character belongs to a word, and so neither starts a tag nor a mention behind it. */
    static boolean isWord(int codePoint) {
        if (codePoint < 0x80) {
            return Character.isLetterOrDigit(codePoint) || codePoint == '_';
        }
        return UCharacter.hasBinaryProperty(codePoint, UProperty.XID_CONTINUE);
    }

    private static boolean canStart(char[] text, int sign) {
        int before = sign;
        // Unicode counts variation selectors among the characters of words, but here they end an emoji.
        while (before > 0 && (isJoiner(text[before - 1]) || isVariationSelector(text[before - 1]))) {
            before--;
        }
        if (before == 0) {
            return true;
        }
        int c = Character.codePointBefore(text, before);
        return c != '&' && !isSign(c) && (!isWord(c) || isDot(c));
    }

    private static int end(char[] text, int start) {
        int end = start;
        while (end < text.length) {
            int c = Character.codePointAt(text, end);
            if (isJoiner(c) ? !joins(text, start, end) : !isWord(c)) {
                break;
            }
            end += Character.charCount(c);
        }
        while (end > start && isDot(text[end - 1])) {
            end--;
        }
        return end;
    }

    private static boolean joins(char[] text, int start, int joiner) {
        return joiner > start
                && joiner + 1 < text.length
                && isLetterOrMark(Character.codePointBefore(text, joiner))
                && isLetterOrMark(Character.codePointAt(text, joiner + 1));
    }

    private static boolean isTag(char[] text, int start, int end) {
        if (start >= end || isMark(Character.codePointAt(text, start))) {
            return false;
        }
        int length = 0;
        boolean hasLetter = false;
        for (int i = start; i < end && length <= MAX_LENGTH; length++) {
            int c = Character.codePointAt(text, i);
            hasLetter |= Character.isLetter(c);
            i += Character.charCount(c);
        }
        return hasLetter && length <= MAX_LENGTH;
    }

    private static boolean isJoiner(int c) {
        return c == ZWNJ || c == ZWJ;
    }

    private static boolean isVariationSelector(int c) {
        return c >= 0xFE00 && c <= 0xFE0F;
    }

    /** Middle dots, which join words in Catalan and Japanese. */
    private static boolean isDot(int c) {
        return c == 0xB7 || c == 0x387 || c == 0x30FB || c == 0xFF65;
    }

    private static boolean isLetterOrMark(int c) {
        return Character.isLetter(c) || isMark(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
