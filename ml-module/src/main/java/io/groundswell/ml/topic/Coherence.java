package io.groundswell.ml.topic;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well the words of a topic keep company in posts that the model has not seen, by normalised pointwise mutual
 * information: for two words NPMI = ln(p₁₂ / (p₁·p₂)) / −ln p₁₂, where p is the share of posts with the word, or with
 * both; −1 for two that never meet, 0 for independent ones, 1 for two that only come together (Bouma, "Normalized
 * (pointwise) mutual information in collocation extraction", GSCL 2009). A topic's coherence is the mean over all pairs
 * of its first words (Lau, Newman and Baldwin, EACL 2014).
 */
final class Coherence {
    private final int posts;
    /** By word, the numbers of the posts that have it. */
    private final Map<String, Set<Integer>> postsOf = new HashMap<>();

    /** @param posts the words of each; only {@code words} are looked at */
    Coherence(List<List<String>> posts, Collection<String> words) {
        this.posts = posts.size();
        words.forEach(word -> postsOf.put(word, new HashSet<>()));
        for (int post = 0; post < posts.size(); post++) {
            for (String word : posts.get(post)) {
                if (postsOf.containsKey(word)) {
                    postsOf.get(word).add(post);
                }
            }
        }
    }

    /** Returns the mean NPMI of all pairs, −1 to 1; 0 where there is no pair. */
    double of(List<String> words) {
        double sum = 0;
        int pairs = 0;
        for (int second = 1; second < words.size(); second++) {
            for (int first = 0; first < second; first++) {
                sum += npmi(words.get(first), words.get(second));
                pairs++;
            }
        }
        return pairs == 0 ? 0 : sum / pairs;
    }

    private double npmi(String first, String second) {
        Set<Integer> with = new HashSet<>(postsOf.get(first));
        double p1 = share(with.size());
        with.retainAll(postsOf.get(second));
        double both = share(with.size());
        if (with.isEmpty()) {
            return -1;
        }
        double p2 = share(postsOf.get(second).size());
        return both == 1 ? 1 : Math.log(both / (p1 * p2)) / -Math.log(both);
    }

    private double share(int some) {
        return (double) some / posts;
    }
}
