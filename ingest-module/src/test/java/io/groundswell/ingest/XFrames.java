package io.groundswell.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;

/** Frames of the X API v2: {@code post("1").at(noon).saying("so #it is").json()}. */
public final class XFrames {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SNOWFLAKE_EPOCH_MILLIS = 1_288_834_974_657L;

    private final ObjectNode frame = JSON.createObjectNode();
    private final ObjectNode data = frame.putObject("data");

    private XFrames(String id) {
        data.put("id", id).put("text", "text of " + id).put("created_at", NOON.toString());
        data.put("author_id", "author of " + id);
        data.putArray("edit_history_tweet_ids").add(id);
    }

    /** Returns a post of noon. */
    public static XFrames post(String id) {
        return new XFrames(id);
    }

    /** Returns the deletion of a post. */
    public static String deletion(String id, Instant at) {
        ObjectNode frame = JSON.createObjectNode();
        ObjectNode delete = frame.putObject("data").putObject("delete");
        delete.putObject("tweet").put("id", id).put("author_id", "author of " + id);
        delete.put("event_at", at.toString());
        return frame.toString();
    }

    /** Returns the id that X gives out at a time. */
    public static String idAt(Instant time) {
        return Long.toString((time.toEpochMilli() - SNOWFLAKE_EPOCH_MILLIS) << 22);
    }

    /** Returns a spool's line. */
    public static String envelope(Instant receivedAt, String payload) {
        long micros = receivedAt.getEpochSecond() * 1_000_000 + receivedAt.getNano() / 1000;
        return JSON.createObjectNode()
                .put("received_at", micros)
                .put("source", "x")
                .put("format", "x")
                .put("payload", payload)
                .toString();
    }

    public XFrames at(Instant createdAt) {
        data.put("created_at", createdAt.toString());
        return this;
    }

    public XFrames saying(String text) {
        data.put("text", text);
        return this;
    }

    public XFrames editOf(String... earlierIds) {
        ArrayNode history = data.putArray("edit_history_tweet_ids");
        Arrays.stream(earlierIds).forEach(history::add);
        history.add(data.get("id").asText());
        return this;
    }

    public XFrames tagged(String... tags) {
        ArrayNode hashtags = data.withObject("/entities").putArray("hashtags");
        Arrays.stream(tags).forEach(tag -> hashtags.addObject().put("start", 0).put("tag", tag));
        return this;
    }

    /** Gives the object at {@code data}, for what only one test needs. */
    public ObjectNode data() {
        return data;
    }

    public String json() {
        return frame.toString();
    }
}
