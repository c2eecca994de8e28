package io.groundswell.testkit.reference;

/**
 * What a row of counts is about. Times are microseconds since 1970.
 *
 * @param widthSeconds width of the window
 * @param kind {@code hashtag}, or {@code total} for all posts of the window, whose term is empty
 */
public record CountKey(int widthSeconds, long windowStart, String kind, String term, long decidedAt) {
    public static final String HASHTAG = "hashtag";
    public static final String TOTAL = "total";
}
