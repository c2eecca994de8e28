package io.groundswell.ingest.topic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far each partition of a topic has been read.
 *
 * @param next each partition's first offset that is not read yet; one that is not named has not been begun
 */
record TopicPositions(String topic, SortedMap<Integer, Long> next) {
    private static final ObjectMapper JSON = new ObjectMapper();

    TopicPositions {
        next = new TreeMap<>(next);
    }

    /** Reads what Spark's source writes: {@code {"topic":{"0":17}}}. */
    static TopicPositions of(String topic, String json) {
        try {
            Map<String, TreeMap<Integer, Long>> topics = JSON.readValue(json, new TypeReference<>() {});
            return new TopicPositions(topic, topics.getOrDefault(topic, new TreeMap<>()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The checkpoint's positions are not those of a topic", e);
        }
    }

    String json() {
        try {
            return JSON.writeValueAsString(Map.of(topic, next));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Positions can't be written as JSON", e);
        }
    }

    /** A partition that came to the topic after it was begun is read from its start. */
    long of(int partition) {
        return next.getOrDefault(partition, 0L);
    }

    /** Returns the partition's name among the lanes of bronze. */
    String lane(int partition) {
        return topic + "-" + partition;
    }
}
