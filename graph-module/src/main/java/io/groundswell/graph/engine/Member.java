package io.groundswell.graph.engine;

import java.io.Serializable;

/** A vertex that looks for its community. A class, since records as GraphX attributes fail under Kryo. */
final class Member implements Serializable {
    /** A move gains at least this share of the vertex's own weight. */
    private static final double LEAST_GAIN = 1e-9;

    final long community;
    /** Summed weight of the vertex's edges, those within it included. */
    final long strength;
    /** Summed strength of the whole part of the graph. */
    final long mass;
    /** Whether a move would have raised modularity when the vertex was last asked. */
    final boolean isRestless;

    Member(long community, long strength, long mass, boolean isRestless) {
        this.community = community;
        this.strength = strength;
        this.mass = mass;
        this.isRestless = isRestless;
    }

    /** Returns one vertex for two of the same community. */
    Member merge(Member other) {
        return new Member(community, strength + other.strength, mass, true);
    }

    /**
     * Returns the member after it has chosen the community whose gain in modularity is largest; of equals, the smallest
     * id. It is restless where that is another than its own, and goes there if it may.
     */
    Member choose(Neighbourhood near, Totals totals, boolean mayMove) {
        double best = gain(near.weight(community), totals.of(community) - strength) + LEAST_GAIN * strength;
        long chosen = community;
        for (int i = 0; i < near.size(); i++) {
            long candidate = near.community(i);
            if (candidate != community) {
                double gain = gain(near.weight(candidate), totals.of(candidate));
                if (gain > best) {
                    best = gain;
                    chosen = candidate;
                }
            }
        }
        return new Member(mayMove ? chosen : community, strength, mass, chosen != community);
    }

    /** Returns what modularity gains by joining a community, times a constant of the part. */
    private double gain(long weight, long otherStrength) {
        return weight - (double) strength * otherStrength / mass;
    }
}
