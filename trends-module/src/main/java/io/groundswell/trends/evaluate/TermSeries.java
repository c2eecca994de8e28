package io.groundswell.trends.evaluate;

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

    int size() {
        return windows.length;
    }
}
