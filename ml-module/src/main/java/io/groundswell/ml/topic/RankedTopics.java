package io.groundswell.ml.topic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The words of every topic, weightiest first, ties by the alphabet.
 *
 * @param topics of each the words that have a weight at all
 */
record RankedTopics(List<List<WeightedWord>> topics) {
    private static final int IN_LABEL = 3;

    /** A word and its share of a topic. */
    record WeightedWord(String word, double weight) {}

    static RankedTopics of(TopicPipeline pipeline) {
        String[] words = pipeline.vocabulary();
        return new RankedTopics(Arrays.stream(pipeline.termWeights())
                .map(weights -> IntStream.range(0, weights.length)
                        .filter(word -> weights[word] > 0)
                        .mapToObj(word -> new WeightedWord(words[word], weights[word]))
                        .sorted(by(WeightedWord::weight))
                        .toList())
                .toList());
    }

    /** Returns the first words of each topic. */
    List<List<String>> top(int words) {
        return topics.stream()
                .map(topic ->
                        topic.stream().limit(words).map(WeightedWord::word).toList())
                .toList();
    }

    /**
     * Returns a topic's label: the three words that weigh most after their inverse document frequency, so that a word
     * of every topic names none.
     *
     * @param idf by word, a word that is missing weighing nothing; empty to go by weight alone
     */
    String label(int topic, Map<String, Double> idf) {
        return topics.get(topic).stream()
                .sorted(by(word -> idf.isEmpty() ? 1 : word.weight() * idf.getOrDefault(word.word(), 0.0)))
                .limit(IN_LABEL)
                .map(WeightedWord::word)
                .collect(Collectors.joining(" "));
    }

    private static Comparator<WeightedWord> by(ToDoubleFunction<WeightedWord> first) {
        return Comparator.comparingDouble(first)
                .thenComparingDouble(WeightedWord::weight)
                .reversed()
                .thenComparing(WeightedWord::word);
    }
}
