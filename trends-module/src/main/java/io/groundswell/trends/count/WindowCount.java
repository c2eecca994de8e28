package io.groundswell.trends.count;

/**
 * What was counted of a series in a window at one of its decisions.
 *
 * @param window its start, in microseconds
 * @param decided moment of the decision, in microseconds
 * @param authors distinct ones
 * @param topAuthorPosts of the author who wrote most
 * @param texts distinct ones, as far as 64 bits tell them apart
 * @param blockedPosts that would count but for a rule
 */
public record WindowCount(
        Series series,
        long window,
        long decided,
        long posts,
        long authors,
        long topAuthorPosts,
        int texts,
        long blockedPosts) {

    /** Returns whether the decision is the first of the window. */
    public boolean isFirst() {
        return decided == Decisions.first(window, series.width());
    }
}
