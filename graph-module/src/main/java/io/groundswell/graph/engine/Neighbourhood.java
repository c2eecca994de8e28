package io.groundswell.graph.engine;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The communities around a vertex: the message that travels along the edges. It changes as it is merged. */
final class Neighbourhood implements Serializable {
    /** Community to summed weight of the edges there, and summed strength of its members. */
    private final Map<Long, long[]> around = new HashMap<>();

    /** A community next to a vertex. */
    record Near(long id, long weight, long total) {}

    /** Returns what one edge tells. */
    static Neighbourhood of(Member neighbour, long weight) {
        Neighbourhood one = new Neighbourhood();
        one.around.put(neighbour.community, new long[] {weight, neighbour.total});
        return one;
    }

    /** Puts the smaller into the larger, so that a hub's messages are merged in n log n. */
    Neighbourhood merge(Neighbourhood other) {
        if (around.size() < other.around.size()) {
            return other.merge(this);
        }
        other.around.forEach(
                (id, there) -> around.merge(id, there, (mine, theirs) -> new long[] {mine[0] + theirs[0], mine[1]}));
        return this;
    }

    long weight(long community) {
        long[] known = around.get(community);
        return known == null ? 0 : known[0];
    }

    List<Near> communities() {
        return around.entrySet().stream()
                .map(near -> new Near(near.getKey(), near.getValue()[0], near.getValue()[1]))
                .toList();
    }
}
