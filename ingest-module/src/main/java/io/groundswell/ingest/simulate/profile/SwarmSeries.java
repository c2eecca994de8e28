package io.groundswell.ingest.simulate.profile;

import java.time.Duration;
import java.util.List;

/**
 * Swarms, one after another; what comes behind the last of the kinds starts with the first.
 *
 * @param perDay how many there are for each day of the stream, rounded down
 */
public record SwarmSeries(double perDay, List<Kind> kinds) {
    static final SwarmSeries NONE = new SwarmSeries(0, List.of());

    public SwarmSeries {
        kinds = List.copyOf(kinds);
    }

    /** Returns how long the longest swarm lasts. */
    public Duration longest() {
        return kinds.stream().map(Kind::length).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /**
     * A few accounts that post one hashtag again and again, or many that post one text.
     *
     * @param posts how many posts they write together
     * @param texts how many different texts they have to copy from; 0 where each post has a text of its own
     */
    public record Kind(int authors, int posts, int texts, Duration length) {}
}
