package io.groundswell.ml.topic;

/**
 * How topics are fitted.
 *
 * @param k number of topics
 * @param iterations of the fit
 * @param maxPosts in the sample; a tenth of it is held out to judge the topics
 * @param maxDocuments into which the other posts are pooled
 * @param vocabularySize words at most, those in most documents first
 * @param minDocuments that a word must occur in to be in the vocabulary
 * @param seed of the sample and the fit
 */
public record TopicSettings(
        TopicAlgorithm algorithm,
        int k,
        int iterations,
        int maxPosts,
        int maxDocuments,
        int vocabularySize,
        int minDocuments,
        long seed) {
    public static final TopicSettings DEFAULT =
            new TopicSettings(TopicAlgorithm.LDA, 12, 30, 20_000, 4_000, 5_000, 3, 1L);

    public TopicSettings {
        requireAtLeast("k", 2, k);
        requireAtLeast("iterations", 1, iterations);
        requireAtLeast("max-posts", 1, maxPosts);
        requireAtLeast("max-documents", 1, maxDocuments);
        requireAtLeast("vocabulary-size", 1, vocabularySize);
        requireAtLeast("min-documents", 1, minDocuments);
    }

    private static void requireAtLeast(String key, int least, int value) {
        if (value < least) {
            throw new IllegalArgumentException("topics.%s must be >= %d, was %d".formatted(key, least, value));
        }
    }
}
