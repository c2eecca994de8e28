package io.groundswell.trends.story;

import java.util.List;
import java.util.Map;

/**
 * Whether two terms of a window belong together: one names what the other does, or the authors who wrote both in one post
 * are many of those who wrote either, or far more than chance would bring together, or of those of the rarer term more than
 * chance lets.
 *
 * <p>Jaccard index: Jaccard, "The distribution of the flora in the alpine zone", 1912. NPMI, the pointwise mutual
 * information divided by its greatest value: Bouma, "Normalized (pointwise) mutual information in collocation extraction",
 * 2009. The part beyond chance is the coefficient H of two items: Loevinger, "A systematic approach to the construction and
 * evaluation of tests of ability", 1947; from 0.4 on it is at least of medium strength: Mokken, "A theory and procedure of scale
 * analysis", 1971.
 *
 * @param trends those that go on in the window
 * @param scopeAuthors authors of the whole scope in the window
 * @param before the story that each term was in
 */
record Ties(List<ToldTrend> trends, WindowPosts posts, long scopeAuthors, Map<ToldTrend.Key, String> before) {
    private static final double JACCARD = 0.3;
    private static final double NPMI = 0.5;
    private static final double PART = 0.4;
    /** One author may write anything. */
    private static final int LEAST_AUTHORS = 2;
    /** Of fewer authors of a term nothing can be told: what was together stays so. */
    private static final int TELLING_AUTHORS = 3;
    /** What was together parts only where much less holds it, so that stories don't flicker. */
    private static final double KEPT = 0.5;

    /** Returns how strongly two trends are tied, up to 1; 0 where they are not. */
    double strength(int one, int other) {
        ToldTrend first = trends.get(one);
        ToldTrend second = trends.get(other);
        if (first.name().isNameOf(second.name())) {
            return 1;
        }
        boolean wereTogether = wereTogether(first, second);
        if (Math.min(first.observed(), second.observed()) < TELLING_AUTHORS) {
            return wereTogether ? 1 : 0;
        }
        int both = posts.authorsOfBoth(one, other);
        if (both < LEAST_AUTHORS) {
            return 0;
        }
        double ease = wereTogether ? KEPT : 1;
        double jaccard = jaccard(first, second, both);
        double npmi = npmi(first, second, both);
        double part = beyondChance(first, second, both);
        boolean areTied = jaccard >= JACCARD * ease || npmi >= NPMI * ease || part >= PART * ease;
        return areTied ? Math.max(jaccard, Math.max(npmi, part)) : 0;
    }

    private boolean wereTogether(ToldTrend first, ToldTrend second) {
        String story = before.get(first.key());
        return story != null && story.equals(before.get(second.key()));
    }

    private static double jaccard(ToldTrend first, ToldTrend second, int both) {
        return (double) both / Math.max(both, first.observed() + second.observed() - both);
    }

    private double npmi(ToldTrend first, ToldTrend second, int both) {
        double all = Math.max(scopeAuthors, Math.max(first.observed(), second.observed()));
        if (both >= all) {
            return 1;
        }
        return StrictMath.log(both * all / ((double) first.observed() * second.observed()))
                / -StrictMath.log(both / all);
    }

    /** Returns how far the share of the rarer term's authors who wrote both is on the way from what chance lets to all. */
    private double beyondChance(ToldTrend first, ToldTrend second, int both) {
        double share = Math.min(1, (double) both / Math.min(first.observed(), second.observed()));
        double chance = Math.max(first.observed(), second.observed()) / (double) Math.max(1, scopeAuthors);
        return chance < 1 ? (share - chance) / (1 - chance) : 0;
    }
}
