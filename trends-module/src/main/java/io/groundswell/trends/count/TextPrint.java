package io.groundswell.trends.count;

import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.trim;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;

/**
 * What a text says at its beginning, so that a copy counts as the text that it copies: a repost names its author first,
 * may be cut off, and bots vary the account that they speak to, the link, the case and the punctuation.
 */
public record TextPrint(Column text) {
    private static final String REPOST = "^RT @\\w{1,64}:?\\s";
    private static final String VARIED = "https?://\\S+|@\\w+";
    private static final String PUNCTUATION = "[^\\p{L}\\p{N}]+";

    private static final Pattern REPOST_PATTERN = Pattern.compile(REPOST);
    private static final Pattern VARIED_PATTERN = Pattern.compile(VARIED);
    private static final Pattern PUNCTUATION_PATTERN = Pattern.compile(PUNCTUATION);

    private static final int BITS = 64;

    /** Shorter than what is left of a repost that was cut off. */
    private static final int CHARACTERS = 60;

    /** Returns the first 60 characters of the text in lower case, without what varies between copies; null of null. */
    Column column() {
        // In passes of their own: the punctuation before an account's name would hide where the name begins.
        Column constant = regexp_replace(regexp_replace(text, REPOST, ""), VARIED, " ");
        return lower(substring(trim(regexp_replace(constant, PUNCTUATION, " ")), 1, CHARACTERS));
    }

    /** Returns of one text, without Spark, what {@link #column} is. */
    static String of(String text) {
        String constant = VARIED_PATTERN
                .matcher(REPOST_PATTERN.matcher(text).replaceAll(""))
                .replaceAll(" ");
        String words = PUNCTUATION_PATTERN.matcher(constant).replaceAll(" ").strip();
        int end = words.codePointCount(0, words.length()) <= CHARACTERS
                ? words.length()
                : words.offsetByCodePoints(0, CHARACTERS);
        return words.substring(0, end).toLowerCase(Locale.ROOT);
    }

    /** Returns which of 64 bits stands for a text, so that distinct texts can be counted; copies have one. */
    public static int bit(String text) {
        return Math.floorMod(Integer.reverse(of(text).hashCode() * 0x9E3779B1), BITS);
    }
}
