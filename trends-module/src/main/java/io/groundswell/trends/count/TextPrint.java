package io.groundswell.trends.count;

import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.trim;

import org.apache.spark.sql.Column;

/**
 * What a text says at its beginning, so that a copy counts as the text that it copies: a repost names its author first,
 * may be cut off, and bots vary the account that they speak to, the link, the case and the punctuation.
 */
record TextPrint(Column text) {
    private static final String REPOST = "^RT @\\w{1,64}:?\\s";
    private static final String VARIED = "https?://\\S+|@\\w+";
    private static final String PUNCTUATION = "[^\\p{L}\\p{N}]+";

    /** Shorter than what is left of a repost that was cut off. */
    private static final int CHARACTERS = 60;

    /** Returns the first 60 characters of the text in lower case, without what varies between copies; null of null. */
    Column column() {
        // In passes of their own: the punctuation before an account's name would hide where the name begins.
        Column constant = regexp_replace(regexp_replace(text, REPOST, ""), VARIED, " ");
        return lower(substring(trim(regexp_replace(constant, PUNCTUATION, " ")), 1, CHARACTERS));
    }
}
