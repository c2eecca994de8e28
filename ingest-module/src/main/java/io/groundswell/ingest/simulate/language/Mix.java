package io.groundswell.ingest.simulate.language;

import java.util.List;

/**
 * Which languages posts are in, and how many of them.
 *
 * @param shares the languages, English first: topics are spoken of in it alone
 * @param ownTags how many hashtags each other language has of its own; 0 for none
 */
public record Mix(List<Share> shares, int ownTags) {
    /** English and a little Spanish and Russian, all of which use the same hashtags. */
    public static final Mix MOSTLY_ENGLISH = new Mix(
            List.of(
                    new Share(Language.ENGLISH, 0.9),
                    new Share(Language.SPANISH, 0.06),
                    new Share(Language.RUSSIAN, 0.04)),
            0);

    /** Seven languages in six scripts, each with hashtags of its own. */
    public static final Mix WORLD = new Mix(
            List.of(
                    new Share(Language.ENGLISH, 0.5),
                    new Share(Language.SPANISH, 0.12),
                    new Share(Language.RUSSIAN, 0.08),
                    new Share(Language.ARABIC, 0.08),
                    new Share(Language.CHINESE, 0.06),
                    new Share(Language.JAPANESE, 0.1),
                    new Share(Language.KOREAN, 0.06)),
            300);

    public Mix {
        shares = List.copyOf(shares);
    }

    /** A language and the share of posts in it, of 1. */
    public record Share(Language language, double posts) {}
}
