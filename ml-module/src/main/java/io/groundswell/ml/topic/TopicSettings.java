package io.groundswell.ml.topic;

/**
 * How topics are fitted.
 *
 * @param k number of topics
 * @param iterations of the fit
 * @param maxPosts to learn from
 * @param maxDocuments into which these posts are pooled
 * @param vocabularySize words at most, those of most authors first
 * @param minAuthors who must have used a word for it to be in the vocabulary; from 2 on, since a word of one author alone
 *     would outlive the author's posts in the model
 * @param seed of the sample and the fit
 */
public record TopicSettings(
        TopicAlgorithm algorithm,
        int k,
        int iterations,
        int maxPosts,
        int maxDocuments,
        int vocabularySize,
        int minAuthors,
        long seed) {
    public static final TopicSettings DEFAULT =
            new TopicSettings(TopicAlgorithm.LDA, 12, 30, 20_000, 4_000, 5_000, 3, 1L);

    public TopicSettings {
        requireAtLeast("k", 2, k);
        requireAtLeast("iterations", 1, iterations);
        requireAtLeast("max-posts", 1, maxPosts);
        requireAtLeast("max-documents", 1, maxDocuments);
        requireAtLeast("vocabulary-size", 1, vocabularySize);
        requireAtLeast("min-authors", 2, minAuthors);
    }

    private static void requireAtLeast(String key, int least, int value) {
        if (value < least) {
            throw new IllegalArgumentException("topics.%s must be >= %d, was %d".formatted(key, least, value));
        }
    }
}
