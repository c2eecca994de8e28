package io.groundswell.graph.engine;

import io.groundswell.graph.engine.Graphs.Link;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Louvain's method as it was published, vertex by vertex, in plain collections: what the engine is measured against. */
final class SequentialLouvain {
    private SequentialLouvain() {}

    static Map<Long, Long> communities(List<Link> links) {
        Map<Long, Map<Long, Double>> graph = new TreeMap<>();
        for (Link link : links) {
            graph.computeIfAbsent(link.a(), v -> new TreeMap<>()).merge(link.b(), link.weight(), Double::sum);
            graph.computeIfAbsent(link.b(), v -> new TreeMap<>()).merge(link.a(), link.weight(), Double::sum);
        }
        Map<Long, Long> found = new TreeMap<>();
        graph.keySet().forEach(vertex -> found.put(vertex, vertex));
        while (true) {
            Map<Long, Long> moved = move(graph);
            if (moved.entrySet().stream().allMatch(e -> e.getKey().equals(e.getValue()))) {
                return found;
            }
            found.replaceAll((vertex, community) -> moved.get(community));
            Map<Long, Map<Long, Double>> next = new TreeMap<>();
            graph.forEach((vertex, near) ->
                    near.forEach((other, weight) -> next.computeIfAbsent(moved.get(vertex), c -> new TreeMap<>())
                            .merge(moved.get(other), weight, Double::sum)));
            graph = next;
        }
    }

    /** Returns Σ_c (w_c/m − (s_c/2m)²) from its definition. */
    static double modularity(List<Link> links, Map<Long, Long> communities) {
        double all = links.stream().mapToDouble(Link::weight).sum();
        double inside = 0;
        Map<Long, Double> strengths = new HashMap<>();
        for (Link link : links) {
            long one = communities.get(link.a());
            long other = communities.get(link.b());
            inside += one == other ? link.weight() : 0;
            strengths.merge(one, link.weight(), Double::sum);
            strengths.merge(other, link.weight(), Double::sum);
        }
        return inside / all
                - strengths.values().stream()
                        .mapToDouble(s -> s * s / (4 * all * all))
                        .sum();
    }

    private static Map<Long, Long> move(Map<Long, Map<Long, Double>> graph) {
        Map<Long, Double> strength = new HashMap<>();
        graph.forEach((v, near) -> strength.put(
                v, near.values().stream().mapToDouble(Double::doubleValue).sum()));
        double all = strength.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<Long, Long> community = new TreeMap<>();
        graph.keySet().forEach(v -> community.put(v, v));
        Map<Long, Double> total = new HashMap<>(strength);
        boolean isMoving = true;
        while (isMoving) {
            isMoving = false;
            for (Long v : graph.keySet()) {
                Map<Long, Double> near = new TreeMap<>(Collections.singletonMap(community.get(v), 0.0));
                graph.get(v).forEach((other, weight) -> {
                    if (!other.equals(v)) {
                        near.merge(community.get(other), weight, Double::sum);
                    }
                });
                total.merge(community.get(v), -strength.get(v), Double::sum);
                long best = community.get(v);
                double most = near.get(best) - strength.get(v) * total.get(best) / all + 1e-9;
                for (Map.Entry<Long, Double> candidate : near.entrySet()) {
                    double gain = candidate.getValue() - strength.get(v) * total.get(candidate.getKey()) / all;
                    if (gain > most) {
                        most = gain;
                        best = candidate.getKey();
                    }
                }
                total.merge(best, strength.get(v), Double::sum);
                isMoving |= best != community.put(v, best);
            }
        }
        return community;
    }
}
