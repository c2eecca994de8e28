package io.groundswell.trends.evaluate;

import java.util.Arrays;

/**
 * A term's counts in the windows in which anybody mentioned it, as the first decisions know them. The arrays have one
 * length, which is the number of those windows, and are not to be changed.
 *
 * @param windows numbers of the windows in the replay, ascending
 * @param authors distinct authors
 * @param topAuthorPosts posts of the author with the most of them
 * @param texts distinct texts, at most 64
 * @param leaders the hashtag, which may be the term itself, that at least a third of the posts have, where so many use it that it
 *     may be a trend; null where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // millions of counts
public record TermSeries(
        TermName name,
        int[] windows,
        int[] authors,
        int[] posts,
        int[] topAuthorPosts,
        int[] texts,
        TermName[] leaders) {

    /** Returns some of the windows. */
    TermSeries only(int[] places) {
        return new TermSeries(
                name,
                picked(windows, places),
                picked(authors, places),
                picked(posts, places),
                picked(topAuthorPosts, places),
                picked(texts, places),
                Arrays.stream(places).mapToObj(i -> leaders[i]).toArray(TermName[]::new));
    }

    /** Returns the same counts in other windows. */
    TermSeries in(int[] others) {
        return new TermSeries(name, others, authors, posts, topAuthorPosts, texts, leaders);
    }

    private static int[] picked(int[] values, int[] places) {
        return Arrays.stream(places).map(i -> values[i]).toArray();
    }

    int size() {
        return windows.length;
    }
}
