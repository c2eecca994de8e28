package io.groundswell.trends.story;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups trends by their ties: trends of one name are one to begin with; then the two groups whose terms are tied most on
 * average become one, again and again, as long as at least half of what they could be tied by, weighted by evidence, is. So a
 * chain of ties, each to the next, does not make one story of everything.
 *
 * <p>Group-average clustering: Sokal and Michener, "A statistical method for evaluating systematic relationships", 1958.
 */
final class Clusters {
    private static final double LEAST_SHARE = 0.5;

    private final List<BitSet> groups = new ArrayList<>();
    private final double[] weights;
    /** Of each two groups, the sum of the strengths of their ties and of the ties themselves, each by the weights of its ends. */
    private final double[][] strengths;

    private final double[][] ties;

    private Clusters(Ties of) {
        Map<String, BitSet> byName = new LinkedHashMap<>();
        for (int trend = 0; trend < of.trends().size(); trend++) {
            byName.computeIfAbsent(of.trends().get(trend).name().compact(), any -> new BitSet())
                    .set(trend);
        }
        groups.addAll(byName.values());
        weights = groups.stream()
                .mapToDouble(group -> group.stream()
                        .mapToDouble(trend -> of.trends().get(trend).shown())
                        .sum())
                .toArray();
        strengths = new double[groups.size()][groups.size()];
        ties = new double[groups.size()][groups.size()];
        for (int one = 0; one < groups.size(); one++) {
            for (int other = 0; other < one; other++) {
                double strength = strongest(groups.get(one), groups.get(other), of);
                double both = weights[one] * weights[other];
                strengths[one][other] = strengths[other][one] = strength * both;
                ties[one][other] = ties[other][one] = strength > 0 ? both : 0;
            }
        }
    }

    /** Returns the groups of trend numbers, those of the strongest trends first. */
    static List<BitSet> of(Ties ties) {
        return new Clusters(ties).joined();
    }

    private static double strongest(BitSet one, BitSet other, Ties of) {
        return one.stream()
                .mapToDouble(first -> other.stream()
                        .mapToDouble(second -> of.strength(first, second))
                        .max()
                        .orElse(0))
                .max()
                .orElse(0);
    }

    private List<BitSet> joined() {
        while (true) {
            int first = -1;
            int second = -1;
            double most = 0;
            for (int one = 0; one < weights.length; one++) {
                for (int other = one + 1; groups.get(one) != null && other < weights.length; other++) {
                    if (groups.get(other) != null) {
                        double both = weights[one] * weights[other];
                        if (ties[one][other] >= LEAST_SHARE * both && strengths[one][other] > most * both) {
                            first = one;
                            second = other;
                            most = strengths[one][other] / both;
                        }
                    }
                }
            }
            if (first < 0) {
                return groups.stream().filter(group -> group != null).toList();
            }
            join(first, second);
        }
    }

    private void join(int first, int second) {
        groups.get(first).or(groups.get(second));
        groups.set(second, null);
        weights[first] += weights[second];
        for (int other = 0; other < weights.length; other++) {
            strengths[first][other] += strengths[second][other];
            strengths[other][first] = strengths[first][other];
            ties[first][other] += ties[second][other];
            ties[other][first] = ties[first][other];
        }
    }
}
