package io.groundswell.trends.score;

/**
 * What was counted of a term in a window.
 *
 * @param texts distinct texts, at most 64
 */
public record Counted(long posts, long authors, long topAuthorPosts, int texts) {
    public static final Counted NONE = new Counted(0, 0, 0, 0);

    private static final int TEXT_BITS = 64;

    /**
     * Returns how many spoke for themselves: the authors, but no more than there are distinct texts, so that however many
     * repeat a text they are one voice. Texts share bits, so their number is estimated (linear counting: Whang,
     * Vander-Zanden and Taylor, 1990); where all bits are taken there is no telling.
     */
    public long voices() {
        if (texts >= TEXT_BITS) {
            return authors;
        }
        double distinct = -TEXT_BITS * StrictMath.log1p(-(double) texts / TEXT_BITS);
        return Math.min(authors, Math.round(distinct));
    }
}
