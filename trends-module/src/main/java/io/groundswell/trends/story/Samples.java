package io.groundswell.trends.story;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Picks posts that tell a story and don't repeat each other: those with the most of its terms, each by another author. */
final class Samples {
    private static final int SAMPLES = 3;

    private Samples() {}

    private record Weighed(double weight, WindowPosts.Post post) implements Comparable<Weighed> {
        @Override
        public int compareTo(Weighed other) {
            int byWeight = Double.compare(other.weight, weight);
            return byWeight != 0 ? byWeight : post.compareTo(other.post);
        }
    }

    /** Returns up to three posts of a cluster. */
    static List<String> of(BitSet cluster, List<ToldTrend> trends, WindowPosts posts) {
        List<Weighed> weighed = posts.with(cluster)
                .flatMap(alike -> {
                    double weight = weight(alike.terms(), cluster, trends);
                    return alike.first().stream().map(post -> new Weighed(weight, post));
                })
                .sorted()
                .toList();
        List<String> samples = new ArrayList<>();
        Set<Long> authors = new HashSet<>();
        long texts = 0;
        for (Weighed each : weighed) {
            WindowPosts.Post post = each.post();
            if (samples.size() < SAMPLES && (texts & post.textMask()) == 0 && authors.add(post.author())) {
                samples.add(post.id());
                texts |= post.textMask();
            }
        }
        return samples;
    }

    private static double weight(BitSet terms, BitSet cluster, List<ToldTrend> trends) {
        return terms.stream()
                .filter(cluster::get)
                .mapToDouble(term -> trends.get(term).shown())
                .sum();
    }
}
