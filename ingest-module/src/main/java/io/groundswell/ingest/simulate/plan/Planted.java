package io.groundswell.ingest.simulate.plan;

import java.time.Instant;
import java.util.List;

/**
 * What was planted.
 *
 * @param trends by their start
 * @param bases terms that are used all the time, of which trends may rise
 * @param recurring each coming of a tag that comes back
 * @param swarms what posts like a trend but is of a few authors, or of one text, and so is none
 */
public record Planted(List<PlantedTrend> trends, List<BaseTerm> bases, List<Recurrence> recurring, List<Swarm> swarms) {
    /** Nothing. */
    public static final Planted NOTHING = new Planted(List.of(), List.of(), List.of(), List.of());

    public Planted {
        trends = List.copyOf(trends);
        bases = List.copyOf(bases);
        recurring = List.copyOf(recurring);
        swarms = List.copyOf(swarms);
    }

    /**
     * A hashtag that is used all the time.
     *
     * @param authors expected distinct authors in 5 minutes, in the mean; the rhythm goes on top
     */
    public record BaseTerm(String term, String language, double authors) {}

    /**
     * One coming of a tag.
     *
     * @param peak expected distinct authors in 5 minutes at its height, in the middle
     * @param authors how many it has; each of them posts once
     */
    public record Recurrence(String term, Instant start, Instant end, double peak, long authors) {}

    /**
     * A hashtag that accounts post in concert.
     *
     * @param authors how many accounts write any of the posts
     * @param posts how many posts they write together
     * @param texts how many different texts they copy; 0 where each post has a text of its own
     */
    public record Swarm(String term, Instant start, Instant end, long authors, long posts, long texts) {}
}
