package io.groundswell.ml.topic;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well the words of a topic keep company in posts that the model has not seen, by normalised pointwise mutual
 * information (Bouma, "Normalized (pointwise) mutual information in collocation extraction", GSCL 2009), counted in a
 * window of ten words that slides over each post (Röder, Both and Hinneburg, "Exploring the space of topic coherence
 * measures", WSDM 2015); a shorter post is one window. A topic's coherence is the mean over all pairs of its first words
 * (Lau, Newman and Baldwin, EACL 2014).
 *
 * <p>Of N windows n₁ have one word, n₂ the other, n₁₂ both, and e = n₁n₂/N would have both by chance. Then NPMI =
 * ln((n₁₂ + 1) / (e + 1)) / −ln((n₁₂ + 1) / (N + 1)): 0 for independent words, towards 1 for two that only come
 * together. The ones are one window more that is as chance would have it. Without them two words that never meet count
 * −1, though of rare words in short posts chance would not let them meet either: the mean then says how many posts were
 * looked at, rather than how well the words go together. {@link #unsmoothed} has no such window, for comparison with
 * figures published elsewhere.
 */
final class Coherence {
    private static final int WINDOW = 10;
    /** Röder's: what is added to a joint probability so that 0 has a logarithm. */
    private static final double EPSILON = 1e-12;

    private final int windows;
    /** By word, the numbers of the windows that have it. */
    private final Map<String, BitSet> windowsOf = new HashMap<>();

    /** @param posts the words of each, in their order; only {@code words} are looked at */
    Coherence(List<List<String>> posts, Collection<String> words) {
        words.forEach(word -> windowsOf.put(word, new BitSet()));
        int next = 0;
        for (List<String> post : posts) {
            int last = next + Math.max(0, post.size() - WINDOW);
            for (int place = 0; place < post.size(); place++) {
                BitSet with = windowsOf.get(post.get(place));
                if (with != null) {
                    // The first window is of words 0 to 9, the last ends with the post.
                    with.set(Math.max(next, next + place - WINDOW + 1), Math.min(last, next + place) + 1);
                }
            }
            next = last + 1;
        }
        windows = next;
    }

    /** How two words keep company, of how many windows have one, the other, both. */
    @FunctionalInterface
    private interface Measure {
        double of(double first, double second, double both);
    }

    /** Returns the mean smoothed NPMI of all pairs, −1 to 1; 0 where there is no pair or no post. */
    double of(List<String> words) {
        return mean(
                words,
                (first, second, both) -> Math.log((both + 1) / (first * second / windows + 1))
                        / -Math.log((both + 1) / (windows + 1.0)));
    }

    /** Returns the mean NPMI of all pairs as Röder has it, −1 to 1; 0 where there is no pair or no post. */
    double unsmoothed(List<String> words) {
        return mean(words, (first, second, both) -> {
            double joint = both / windows + EPSILON;
            return first == 0 || second == 0
                    ? -1
                    : Math.log(joint * windows / first * windows / second) / -Math.log(joint);
        });
    }

    private double mean(List<String> words, Measure measure) {
        double sum = 0;
        int pairs = 0;
        for (int second = 1; second < words.size(); second++) {
            for (int first = 0; first < second; first++) {
                sum += npmi(windowsOf.get(words.get(first)), windowsOf.get(words.get(second)), measure);
                pairs++;
            }
        }
        return pairs == 0 || windows == 0 ? 0 : sum / pairs;
    }

    private double npmi(BitSet first, BitSet second, Measure measure) {
        BitSet both = (BitSet) first.clone();
        both.and(second);
        // Words of every window tell nothing of each other, and the formulas nothing of them but 0/0.
        return both.cardinality() == windows
                ? 0
                : measure.of(first.cardinality(), second.cardinality(), both.cardinality());
    }
}
