package io.groundswell.model;

import java.time.Instant;

/**
 * Two hashtags that posts of a window used together; {@code tagA} comes before {@code tagB}.
 *
 * @param windowWidth in seconds
 * @param support distinct authors of a post with both
 * @param significance −log10 of the p-value of the G² test of independence
 * @param npmi normalised pointwise mutual information, −1 to 1
 * @param salton cosine {@code n_ab / √(n_a n_b)}, 0 to 1
 * @param isBackbone whether the disparity filter keeps the edge at one of its ends
 */
public record HashtagEdge(
        Instant windowStart,
        int windowWidth,
        String tagA,
        String tagB,
        long support,
        double significance,
        double npmi,
        double salton,
        boolean isBackbone) {}
