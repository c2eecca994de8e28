package io.groundswell.ml.topic;

import java.util.Locale;

/** How topics are found. */
public enum TopicAlgorithm {
    /** Latent Dirichlet allocation on word counts, fitted by expectation-maximisation: a post has several topics. */
    LDA,
    /** K-means by cosine on TF-IDF vectors: a post has one topic. Needs a fitted {@code tfidf} model. */
    KMEANS;

    /**
     * Returns the algorithm of a setting's value.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static TopicAlgorithm of(String setting) {
        for (TopicAlgorithm known : values()) {
            if (known.setting().equals(setting)) {
                return known;
            }
        }
        throw new IllegalArgumentException("topics.algorithm must be lda or kmeans, was " + setting);
    }

    /** Returns the name by which settings and registered parameters call it. */
    public String setting() {
        return name().toLowerCase(Locale.ROOT);
    }
}
