package io.groundswell.app.why;

import io.groundswell.app.finding.AsOf;
import io.groundswell.model.Term;
import io.groundswell.trends.score.TermScores.Score;
import java.time.Instant;
import java.util.List;

/**
 * Why a term is in the list of a moment, or is not: the figures of the window by which it is, and what they come from.
 *
 * @param term with the form in which most posts of the window wrote it
 * @param asOf the list
 * @param width of the window, in seconds
 * @param score the figures of the window, as known
 * @param blockedPosts posts that a rule kept from counting in the window
 * @param curve the windows up to and with this one, the oldest first; not before the counts begin
 * @param posts what was counted in the window
 * @param samples some of these, the first of distinct authors
 */
public record Card(
        Term term,
        AsOf asOf,
        int width,
        Score score,
        Verdict verdict,
        long blockedPosts,
        Beginning beginning,
        List<Score> curve,
        CountedPosts posts,
        List<Sample> samples) {

    /**
     * What became of the figures.
     *
     * @param trendStart start of the window of the trend's first alarm; null where the window has no row in gold.trends
     * @param state of the trend; null where there is none
     * @param isAlarmed whether the window alarmed at its decision
     * @param isListed whether the term is in the list
     * @param mutedBy the rule that muted it at the decision, or mutes it at the moment of the list; null where none does
     */
    public record Verdict(Instant trendStart, String state, boolean isAlarmed, boolean isListed, String mutedBy) {}

    /**
     * Since when there is something to know.
     *
     * @param firstSeen start of the first of the narrowest windows of which the term has a row
     * @param firstWidth that window's width in seconds
     * @param countsFrom start of the first window that was counted at all
     * @param isNew whether there are counts of windows before all those of the term
     */
    public record Beginning(Instant firstSeen, int firstWidth, Instant countsFrom, boolean isNew) {}

    /**
     * A post that counted.
     *
     * @param id source/post_id
     * @param text as silver.posts has it now; null where it is deleted or not settled yet
     */
    public record Sample(String id, String text) {}

    /** Returns the share of the posts that the author with the most of them wrote, 0 to 1. */
    public double topAuthorShare() {
        long posts = score.counted().posts();
        return posts == 0 ? 0 : (double) score.counted().topAuthorPosts() / posts;
    }
}
