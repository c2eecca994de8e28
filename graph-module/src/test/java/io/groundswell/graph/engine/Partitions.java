package io.groundswell.graph.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares partitions of vertices. */
final class Partitions {
    private Partitions() {}

    /** Returns normalised mutual information, 2 I(X;Y) / (H(X) + H(Y)): 1 for equal partitions, 0 for unrelated ones. */
    static double nmi(Map<Long, Long> one, Map<Long, Long> other) {
        Map<List<Long>, Integer> joint = new HashMap<>();
        Map<Long, Integer> ones = new HashMap<>();
        Map<Long, Integer> others = new HashMap<>();
        one.forEach((vertex, x) -> {
            joint.merge(List.of(x, other.get(vertex)), 1, Integer::sum);
            ones.merge(x, 1, Integer::sum);
            others.merge(other.get(vertex), 1, Integer::sum);
        });
        double both = entropy(ones.values()) + entropy(others.values());
        return 2 * (both - entropy(joint.values())) / both;
    }

    private static double entropy(Collection<Integer> counts) {
        double all = counts.stream().mapToInt(Integer::intValue).sum();
        return counts.stream()
                .mapToDouble(count -> 0 - count / all * Math.log(count / all))
                .sum();
    }
}
