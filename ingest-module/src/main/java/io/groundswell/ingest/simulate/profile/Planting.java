package io.groundswell.ingest.simulate.profile;

import java.util.List;

/**
 * What is planted into a stream.
 *
 * @param recurring tags that come back and are no news
 * @param swarms accounts that post like a trend and are none
 */
public record Planting(TrendSeries trends, List<RecurringTag> recurring, SwarmSeries swarms) {

    public Planting {
        recurring = List.copyOf(recurring);
    }
}
