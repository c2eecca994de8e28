package io.groundswell.features.tfidf;

/**
 * How the TF-IDF model is fitted.
 *
 * @param maxPosts posts in the sample, those held out among them
 * @param vocabulary most words that the model knows
 * @param minDocuments posts of the sample that a word stands in at least; from 2 on, since a word of one post alone would
 *     outlive the post in the model
 * @param heldOutShare share of the sample that only measures the vocabulary; above 0, below 1
 * @param seed of the sample
 */
public record TfidfSettings(int maxPosts, int vocabulary, int minDocuments, double heldOutShare, long seed) {
    public static final TfidfSettings DEFAULT = new TfidfSettings(100_000, 20_000, 5, 0.1, 1);

    public TfidfSettings {
        requireAtLeast(1, maxPosts, "max-posts");
        requireAtLeast(1, vocabulary, "vocabulary");
        requireAtLeast(2, minDocuments, "min-documents");
        if (!(heldOutShare > 0 && heldOutShare < 1)) {
            throw new IllegalArgumentException("tfidf.held-out-share must be > 0 and < 1, was " + heldOutShare);
        }
    }

    private static void requireAtLeast(int least, int value, String key) {
        if (value < least) {
            throw new IllegalArgumentException("tfidf.%s must be >= %d, was %d".formatted(key, least, value));
        }
    }
}
