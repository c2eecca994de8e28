package io.groundswell.graph.engine;

import java.io.Serializable;

/** A vertex that looks for its community. A class, since records as GraphX attributes fail under Kryo. */
final class Member implements Serializable {
    /** A move gains at least this share of the vertex's own weight. */
    private static final double LEAST_GAIN = 1e-9;

    final long community;
    /** Summed weight of the vertex's edges, those within it included. */
    final long strength;
    /** Summed strength of the community's members. */
    final long total;
    /** Summed strength of the whole part of the graph. */
    final long mass;
    /** Whether a move would have raised modularity when the vertex was last asked. */
    final boolean isRestless;

    Member(long community, long strength, long total, long mass, boolean isRestless) {
        this.community = community;
        this.strength = strength;
        this.total = total;
        this.mass = mass;
        this.isRestless = isRestless;
    }

    Member withTotal(long newTotal) {
        return new Member(community, strength, newTotal, mass, isRestless);
    }

    /** Returns one vertex for two of the same community. */
    Member merge(Member other) {
        return new Member(community, strength + other.strength, total, mass, true);
    }

    Member alone() {
        return new Member(community, strength, strength, mass, true);
    }

    /**
     * Returns the member after it has chosen the community whose gain in modularity is largest; of equals, the smallest
     * id. It is restless where that is another than its own, and goes there if it may.
     */
    Member choose(Neighbourhood seen, boolean mayMove) {
        double best = gain(seen.weight(community), total - strength) + LEAST_GAIN * strength;
        long chosen = community;
        for (var candidate : seen.communities()) {
            double gain = gain(candidate.weight(), candidate.total());
            boolean isTie = gain == best && chosen != community && candidate.id() < chosen;
            if (candidate.id() != community && (gain > best || isTie)) {
                best = gain;
                chosen = candidate.id();
            }
        }
        return new Member(mayMove ? chosen : community, strength, total, mass, chosen != community);
    }

    /** Returns what modularity gains by joining a community, times a constant of the part. */
    private double gain(long weight, long otherStrength) {
        return weight - (double) strength * otherStrength / mass;
    }
}
