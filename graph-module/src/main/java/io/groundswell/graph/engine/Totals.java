package io.groundswell.graph.engine;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;

/** The summed strength of each community's members: 16 bytes a community, sent to all. */
final class Totals implements Serializable {
    private final long[] communities;
    private final long[] strengths;
    private final long restless;

    /** Takes for each community its strength and how many of its members are restless. */
    Totals(Map<Object, long[]> sums) {
        communities = sums.keySet().stream().mapToLong(id -> (Long) id).sorted().toArray();
        strengths = Arrays.stream(communities)
                .map(community -> sums.get(community)[0])
                .toArray();
        restless = sums.values().stream().mapToLong(sum -> sum[1]).sum();
    }

    long of(long community) {
        return strengths[Arrays.binarySearch(communities, community)];
    }

    /** Whether no member wants to go elsewhere. */
    boolean areAtRest() {
        return restless == 0;
    }
}
