package io.groundswell.ingest.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The frames of a spool, read by Jackson alone. */
final class Frames {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Frames() {}

    /**
     * One frame.
     *
     * @param payload null where it is not UTF-8
     * @param json null where the payload is no JSON
     */
    record Frame(long receivedAtMicros, String payload, JsonNode json) {

        boolean isDeletion() {
            return json != null && json.at("/data/delete").isObject();
        }

        /** Returns whether it is a post that has all it needs. */
        boolean isPost() {
            return json != null
                    && json.at("/data/id").isTextual()
                    && json.at("/data/text").isTextual()
                    && json.at("/data/created_at").isTextual()
                    && payload.length() < 10_000
                    && createdMillis() * 1_000 <= receivedAtMicros;
        }

        boolean isEdit() {
            return json.at("/data/edit_history_tweet_ids").size() == 2;
        }

        long createdMillis() {
            return Instant.parse(text("/data/created_at")).toEpochMilli();
        }

        String text(String pointer) {
            return json.at(pointer).textValue();
        }

        boolean isTagged(String term) {
            for (JsonNode tag : json.at("/data/entities/hashtags")) {
                if (tag.get("tag").textValue().toLowerCase(Locale.ROOT).equals(term)) {
                    return true;
                }
            }
            return false;
        }
    }

    static List<Frame> in(Path spool) throws IOException {
        List<Frame> frames = new ArrayList<>();
        try (Stream<Path> segments = Files.list(spool).sorted()) {
            for (Path segment : segments.toList()) {
                for (String line : Files.readAllLines(segment, UTF_8)) {
                    frames.add(frame(MAPPER.readTree(line)));
                }
            }
        }
        return frames;
    }

    private static Frame frame(JsonNode line) {
        String payload = line.path("payload").textValue();
        return new Frame(line.get("received_at").longValue(), payload, payload == null ? null : json(payload));
    }

    private static JsonNode json(String payload) {
        try {
            return MAPPER.readTree(payload);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
