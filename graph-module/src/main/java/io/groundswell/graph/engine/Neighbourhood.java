package io.groundswell.graph.engine;

import java.io.Serializable;
import java.util.Arrays;

/** The communities around a vertex, by ascending id, with the weight of the edges there: what travels along edges. */
final class Neighbourhood implements Serializable {
    static final Neighbourhood NONE = new Neighbourhood(new long[0], new long[0]);

    private final long[] communities;
    private final long[] weights;

    private Neighbourhood(long[] communities, long[] weights) {
        this.communities = communities;
        this.weights = weights;
    }

    /** Returns what one edge tells. */
    static Neighbourhood of(long community, long weight) {
        return new Neighbourhood(new long[] {community}, new long[] {weight});
    }

    /** Returns both, with the weights of communities that are in both added up. */
    Neighbourhood merge(Neighbourhood other) {
        long[] ids = new long[size() + other.size()];
        long[] sums = new long[ids.length];
        int mine = 0;
        int theirs = 0;
        int end = 0;
        while (mine < size() || theirs < other.size()) {
            long next = Math.min(at(mine), other.at(theirs));
            boolean takesMine = at(mine) == next;
            boolean takesTheirs = other.at(theirs) == next;
            ids[end] = next;
            sums[end++] = (takesMine ? weights[mine] : 0) + (takesTheirs ? other.weights[theirs] : 0);
            mine += takesMine ? 1 : 0;
            theirs += takesTheirs ? 1 : 0;
        }
        return end == ids.length
                ? new Neighbourhood(ids, sums)
                : new Neighbourhood(Arrays.copyOf(ids, end), Arrays.copyOf(sums, end));
    }

    /** Returns the id at an index; past the end one that no community has. */
    private long at(int index) {
        return index < size() ? communities[index] : Long.MAX_VALUE;
    }

    int size() {
        return communities.length;
    }

    long community(int index) {
        return communities[index];
    }

    /** Returns the weight of the edges to a community, 0 where there is none. */
    long weight(long community) {
        int index = Arrays.binarySearch(communities, community);
        return index < 0 ? 0 : weights[index];
    }
}
