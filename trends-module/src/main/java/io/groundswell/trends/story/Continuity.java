package io.groundswell.trends.story;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says which group of trends goes on with which story: with the one that shares most of its trends, if half of either's.
 * Of a story that parts the larger group keeps the id; of stories that merge the one with more trends does.
 */
final class Continuity {
    private static final double LEAST_SHARE = 0.5;

    private record Candidate(int cluster, LiveStory story, int shared) {}

    private Continuity() {}

    /**
     * Returns stories by the numbers of the groups that go on with them.
     *
     * @param storyOf the story that each trend was in
     */
    static Map<Integer, LiveStory> of(
            List<BitSet> clusters,
            StoryWindow window,
            Map<ToldTrend.Key, String> storyOf,
            Map<String, LiveStory> stories) {
        List<Candidate> candidates = new ArrayList<>();
        Map<String, Integer> sizes = sizes(window.live(), storyOf);
        for (int cluster = 0; cluster < clusters.size(); cluster++) {
            List<ToldTrend> trends = window.of(clusters.get(cluster));
            for (Map.Entry<String, Integer> shared : sizes(trends, storyOf).entrySet()) {
                LiveStory story = stories.get(shared.getKey());
                int smaller = Math.min(trends.size(), sizes.get(shared.getKey()));
                if (story != null && shared.getValue() >= LEAST_SHARE * smaller) {
                    candidates.add(new Candidate(cluster, story, shared.getValue()));
                }
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::shared)
                .reversed()
                .thenComparing(candidate -> candidate.story().start())
                .thenComparing(candidate -> candidate.story().id())
                .thenComparingInt(Candidate::cluster));
        Map<Integer, LiveStory> matched = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (!matched.containsKey(candidate.cluster())
                    && taken.add(candidate.story().id())) {
                matched.put(candidate.cluster(), candidate.story());
            }
        }
        return matched;
    }

    private static Map<String, Integer> sizes(List<ToldTrend> trends, Map<ToldTrend.Key, String> storyOf) {
        Map<String, Integer> sizes = new HashMap<>();
        for (ToldTrend trend : trends) {
            String story = storyOf.get(trend.key());
            if (story != null) {
                sizes.merge(story, 1, Integer::sum);
            }
        }
        return sizes;
    }
}
