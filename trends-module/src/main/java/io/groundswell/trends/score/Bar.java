package io.groundswell.trends.score;

import java.io.Serializable;

/**
 * What an alarm asks of a term at one moment, besides what it asks of all at any: of a watched term what its rule says, of
 * others what holds in their scope.
 *
 * @param authors least distinct ones
 * @param topAuthorShare greatest share of the posts that one author may have, 0 to 1
 * @param texts least distinct ones
 * @param takesRises whether the evidence may be that of a {@link Rise}
 * @param watchedBy the rule; null where none watches the term
 */
public record Bar(
        Threshold threshold, int authors, double topAuthorShare, int texts, boolean takesRises, String watchedBy)
        implements Serializable {

    Bar watchedBy(String rule) {
        return new Bar(threshold, authors, topAuthorShare, texts, takesRises, rule);
    }

    /** Returns whether a count is large enough for an alarm at all: what can be said without a baseline. */
    boolean isBroad(Counted counted) {
        return hasAuthors(counted) && hasTexts(counted);
    }

    boolean hasAuthors(Counted counted) {
        return counted.authors() >= authors;
    }

    boolean isShared(Counted counted) {
        return counted.topAuthorPosts() <= topAuthorShare * counted.posts();
    }

    boolean hasTexts(Counted counted) {
        return counted.texts() >= texts;
    }
}
