package io.groundswell.ingest.simulate.profile;

import java.util.List;

/**
 * What is planted into a stream.
 *
 * @param recurring tags that come back and are no news
 * @param swarms accounts that post like a trend and are none
 * @param onceOnlyTags how many hashtags of its own, on top of others, each post has that repeats none and is not planted
 */
public record Planting(TrendSeries trends, List<RecurringTag> recurring, SwarmSeries swarms, int onceOnlyTags) {

    /** Returns what is planted where no hashtag is made to be written once. */
    public static Planting of(TrendSeries trends, List<RecurringTag> recurring, SwarmSeries swarms) {
        return new Planting(trends, recurring, swarms, 0);
    }

    public Planting {
        recurring = List.copyOf(recurring);
    }
}
