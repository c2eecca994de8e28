package io.groundswell.testkit.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Reads frames of X's API v2, as far as the simulator writes them: posts, edits and deletions. */
final class XFrames {
    private static final int MAX_BYTES = 256 << 10;
    private static final long FIRST_ID_MILLIS = 1_288_834_974_657L; // X's ids count from here
    private static final int ID_TIME_SHIFT = 22;
    private static final long MAX_AHEAD_MICROS = TimeUnit.MINUTES.toMicros(5);
    private static final long HORIZON_MILLIS = TimeUnit.HOURS.toMillis(48);
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private XFrames() {}

    /** Returns what a frame says; empty where it can't be read. */
    static Optional<XChange> read(long receivedMicros, byte[] frame) {
        if (frame.length > MAX_BYTES) {
            return Optional.empty();
        }
        try {
            JsonNode data = JSON.readTree(
                            UTF_8.newDecoder().decode(ByteBuffer.wrap(frame)).toString())
                    .path("data");
            JsonNode deletion = data.path("delete").path("tweet");
            return deletion.isMissingNode() ? post(receivedMicros, data) : deletion(receivedMicros, deletion);
        } catch (CharacterCodingException | JsonProcessingException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<XChange> deletion(long receivedMicros, JsonNode tweet) {
        return text(tweet, "id")
                .map(id -> new XChange(XChange.DELETED, id, XChange.DELETED, "", 0, receivedMicros, true, Set.of()));
    }

    private static Optional<XChange> post(long receivedMicros, JsonNode data) {
        Optional<String> id = text(data, "id");
        Optional<String> createdAt = text(data, "created_at");
        if (id.isEmpty() || createdAt.isEmpty() || text(data, "text").isEmpty()) {
            return Optional.empty();
        }
        String first = data.path("edit_history_tweet_ids").path(0).asText(id.get());
        boolean isEdit = !first.equals(id.get());
        Instant stated = Instant.parse(createdAt.get());
        long claimed = micros(isEdit ? writtenAt(first) : stated);
        long lateMillis = Math.floorDiv(receivedMicros - claimed, 1_000L);
        return Optional.of(new XChange(
                isEdit ? XChange.EDITED : XChange.CREATED,
                first,
                id.get(),
                text(data, "author_id").orElse("of post " + first),
                claimed - receivedMicros > MAX_AHEAD_MICROS ? receivedMicros : claimed,
                receivedMicros,
                lateMillis >= -HORIZON_MILLIS,
                hashtags(data)));
    }

    private static Instant writtenAt(String id) {
        return Instant.ofEpochMilli((Long.parseLong(id) >> ID_TIME_SHIFT) + FIRST_ID_MILLIS)
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private static Set<String> hashtags(JsonNode data) {
        Set<String> tags = new LinkedHashSet<>();
        for (JsonNode tag : data.path("entities").path("hashtags")) {
            tags.add(Normalizer.normalize(tag.path("tag").asText(), Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT));
        }
        return tags;
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
