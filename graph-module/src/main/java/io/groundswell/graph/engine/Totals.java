package io.groundswell.graph.engine;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;

/** The summed strength of each community's members: 16 bytes a community, sent to all. */
final class Totals implements Serializable {
    private final long[] communities;
    private final long[] strengths;
    private final long restless;

    /** What members of one community add up to. */
    record Sum(long strength, long restless) implements Serializable {
        static Sum of(Member member) {
            return new Sum(member.strength, member.isRestless ? 1 : 0);
        }

        Sum plus(Sum other) {
            return new Sum(strength + other.strength, restless + other.restless);
        }
    }

    Totals(Map<Object, Sum> sums) {
        communities = sums.keySet().stream().mapToLong(id -> (Long) id).sorted().toArray();
        strengths = Arrays.stream(communities)
                .map(community -> sums.get(community).strength)
                .toArray();
        restless = sums.values().stream().mapToLong(Sum::restless).sum();
    }

    long of(long community) {
        return strengths[Arrays.binarySearch(communities, community)];
    }

    /** Whether no member wants to go elsewhere. */
    boolean areAtRest() {
        return restless == 0;
    }
}
