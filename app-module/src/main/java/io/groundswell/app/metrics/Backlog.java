package io.groundswell.app.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What an input holds behind a position: the difference of two positions of a source as Spark writes them, in JSON.
 *
 * @param bytes of files, whose position is a byte a lane; empty of another source
 * @param records of a topic, whose position is an offset a partition; empty of another source
 */
record Backlog(OptionalLong bytes, OptionalLong records) {
    private static final Backlog UNKNOWN = new Backlog(OptionalLong.empty(), OptionalLong.empty());
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param read where the batch ended; null before the first
     * @param latest where the input ended then; null where the source does not say
     */
    static Backlog between(String read, String latest) {
        JsonNode to = parse(latest);
        if (to.isEmpty() || to.has("reservoirVersion")) { // a Delta table's position is a version
            return UNKNOWN;
        }
        JsonNode from = parse(read);
        boolean isTopic = to.elements().next().isObject();
        if (!isTopic) {
            return new Backlog(OptionalLong.of(difference(from, to)), OptionalLong.empty());
        }
        long records = 0;
        for (Map.Entry<String, JsonNode> topic : to.properties()) {
            records += difference(from.path(topic.getKey()), topic.getValue());
        }
        return new Backlog(OptionalLong.empty(), OptionalLong.of(records));
    }

    private static long difference(JsonNode from, JsonNode to) {
        return to.properties().stream()
                .mapToLong(part -> Math.max(
                        0, part.getValue().asLong() - from.path(part.getKey()).asLong(0)))
                .sum();
    }

    /** Returns an empty object of what is no JSON object. */
    private static JsonNode parse(String json) {
        try {
            JsonNode node = json == null || json.isBlank() ? null : JSON.readTree(json);
            return node != null && node.isObject() ? node : JSON.createObjectNode();
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode(); // a source of another kind
        }
    }
}
