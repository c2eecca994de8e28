package io.groundswell.model;

import java.time.Instant;
import java.util.List;

/**
 * A post's topics by one model version.
 *
 * @param topic the topic with the largest weight; −1 where no word of the post is in the vocabulary
 * @param weight of that topic, 0 where there is none
 * @param weights of every topic, adding up to 1; empty where {@code topic} is −1
 */
public record PostTopic(
        String source,
        String postId,
        int modelVersion,
        Instant createdAt,
        int topic,
        double weight,
        List<Float> weights) {}
