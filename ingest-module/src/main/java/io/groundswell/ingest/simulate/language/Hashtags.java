package io.groundswell.ingest.simulate.language;

import java.util.List;
import java.util.SplittableRandom;

/** Hashtags: communities, whose members stand together in posts, and a background of lone ones. */
public final class Hashtags {
    private static final double COMMUNITY_EXPONENT = 0.8;
    private static final double BACKGROUND_EXPONENT = 0.9;

    private final List<List<Hashtag>> communities;
    private final List<AliasTable> communityTables;
    private final List<Hashtag> background;
    private final AliasTable backgroundTable;

    Hashtags(List<List<Hashtag>> communities, List<Hashtag> background) {
        this.communities = communities;
        this.background = background;
        communityTables = communities.stream()
                .map(members -> AliasTable.zipf(members.size(), COMMUNITY_EXPONENT))
                .toList();
        backgroundTable = AliasTable.zipf(background.size(), BACKGROUND_EXPONENT);
    }

    /** Returns the number of communities. */
    public int communities() {
        return communities.size();
    }

    /** Returns the hashtags of a community in lower case, most frequent first. */
    public List<String> terms(int community) {
        return communities.get(community).stream().map(Hashtag::term).toList();
    }

    /** Draws a hashtag of a community. */
    public Hashtag member(int community, SplittableRandom random) {
        return communities.get(community).get(communityTables.get(community).next(random));
    }

    /** Draws a hashtag of the background. */
    public Hashtag lone(SplittableRandom random) {
        return background.get(backgroundTable.next(random));
    }
}
