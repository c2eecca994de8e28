package io.groundswell.ml.topic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vectors;

/**
 * How surprised a model is by a word of a post, by document completion: the topics of a post are inferred from every
 * other of its words, and the rest is predicted, exp(−mean ln Σ θ·β) (Wallach et al., "Evaluation methods for topic
 * models", ICML 2009). A model that knows nothing has the size of the vocabulary. MLlib's own {@code logPerplexity} is a
 * bound that counts the topics' parameters too; on models fitted by EM it says nothing of use.
 */
record Perplexity(TopicPipeline pipeline) {

    /** Returns the perplexity per word; empty where no post has two words of the vocabulary. */
    OptionalDouble of(List<List<String>> posts) {
        String[] vocabulary = pipeline.vocabulary();
        Map<String, Integer> places = new HashMap<>();
        IntStream.range(0, vocabulary.length).forEach(place -> places.put(vocabulary[place], place));
        TopicInference inference = pipeline.inference();
        double[][] weights = pipeline.termWeights();
        double logs = 0;
        int predicted = 0;
        for (List<String> post : posts) {
            int[] words = post.stream()
                    .filter(places::containsKey)
                    .mapToInt(places::get)
                    .distinct()
                    .toArray();
            if (words.length > 1) {
                float[] topics = inference.weights(everyOther(words, vocabulary.length));
                for (int hidden = 1; hidden < words.length; hidden += 2) {
                    logs += Math.log(probability(words[hidden], topics, weights));
                    predicted++;
                }
            }
        }
        return predicted == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.exp(-logs / predicted));
    }

    private static org.apache.spark.ml.linalg.Vector everyOther(int[] words, int size) {
        int[] seen = IntStream.range(0, words.length)
                .filter(place -> place % 2 == 0)
                .map(place -> words[place])
                .sorted()
                .toArray();
        double[] once = new double[seen.length];
        Arrays.fill(once, 1);
        return Vectors.sparse(size, seen, once);
    }

    private static double probability(int word, float[] topics, double[][] weights) {
        return IntStream.range(0, topics.length)
                .mapToDouble(topic -> topics[topic] * weights[topic][word])
                .sum();
    }
}
