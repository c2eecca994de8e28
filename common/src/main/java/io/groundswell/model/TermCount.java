package io.groundswell.model;

import java.time.Instant;

/**
 * Posts and distinct authors of a term in a window, as known at a decision.
 *
 * <p>The row whose {@code kind} is {@link #TOTAL} and whose {@code term} is empty counts the whole scope.
 *
 * @param windowStart inclusive; the window ends {@code windowWidth} seconds later, exclusive
 * @param windowWidth in seconds
 * @param scope {@code all}, {@code language:xx} or {@code source:xx}
 * @param decidedAt the moment of received time for which the row was decided
 * @param posts posts that were created in the window and known, and not deleted, at {@code decidedAt}
 * @param authors their distinct authors; an unknown author counts as one a post
 * @param topAuthorPosts posts of the author with the most of them
 * @param texts distinct texts, reposts and near copies counting as what they copy, counted in a bitmap: never more than there are, at most 64
 * @param learned what the baseline had learnt after this window: of a term the decayed sum of its winsorised
 *     authors, of the total the decayed sum of all authors; null in later decisions, which teach nothing
 * @param cappedSince start of the run of windows in which the term was winsorised without a break; null outside one
 * @param blockedPosts posts that would be among {@code posts} but for the rules in force at {@code decidedAt} that block
 *     them; what nobody else wrote has no row
 */
public record TermCount(
        Instant windowStart,
        int windowWidth,
        String scope,
        String kind,
        String term,
        Instant decidedAt,
        long posts,
        long authors,
        long topAuthorPosts,
        int texts,
        Double learned,
        Instant cappedSince,
        long blockedPosts) {
    public static final String TOTAL = "total";
    public static final String SCOPE_ALL = "all";
}
