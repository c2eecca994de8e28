package io.groundswell.ingest.simulate.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.ingest.spool.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Commits of posts of Bluesky's Jetstream, version 1. It knows no reposts among posts: such a one is a post like any. */
public final class JetstreamFormat implements WireFormat {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COLLECTION = "app.bsky.feed.post";
    private static final List<String> REQUIRED = List.of("rkey", "text", "createdAt");

    @Override
    public String name() {
        return "jetstream";
    }

    @Override
    public void post(SimulatedPost post, Bytes out) {
        String begin = "%s\"operation\":\"%s\",\"collection\":\"%s\",\"rkey\":\"%d\",\"cid\":\"bafy%d\",\"record\":{"
                .formatted(
                        head(post.authorId, post.createdMillis),
                        post.isEdit() ? "update" : "create",
                        COLLECTION,
                        post.firstId(),
                        post.id);
        String record = "\"$type\":\"%s\",\"createdAt\":\"%s\",\"langs\":[\"%s\"]%s,\"facets\":[%s],\"text\":\""
                .formatted(
                        COLLECTION, Instant.ofEpochMilli(post.firstMillis()), post.language, reply(post), facets(post));
        out.append(begin + record).append(post.text()).append("\"}}}");
    }

    private static String head(long authorId, long atMillis) {
        return "{\"did\":\"did:plc:%d\",\"time_us\":%d,\"kind\":\"commit\",\"commit\":{\"rev\":\"%d\","
                .formatted(authorId, atMillis * 1_000, atMillis);
    }

    private static String reply(SimulatedPost post) {
        return post.kind == SimulatedPost.Kind.REPLY
                ? ",\"reply\":{\"parent\":{\"uri\":\"at://did:plc:%d/%s/%d\"}}"
                        .formatted(post.referencedAuthorId, COLLECTION, post.referencedId)
                : "";
    }

    private static String facets(SimulatedPost post) {
        String text = read(post.text());
        List<String> facets = new ArrayList<>();
        for (Entity entity : post.entities()) {
            String value = new String(entity.value(), UTF_8);
            String feature =
                    switch (entity.kind()) {
                        case HASHTAG -> "#tag\",\"tag\":\"" + value;
                        case MENTION -> "#mention\",\"did\":\"did:plc:" + entity.id();
                        case LINK -> "#link\",\"uri\":\"" + value;
                    };
            facets.add(
                    "{\"index\":{\"byteStart\":%d,\"byteEnd\":%d},\"features\":[{\"$type\":\"app.bsky.richtext.facet%s\"}]}"
                            .formatted(bytes(text, entity.start()), bytes(text, entity.end()), feature));
        }
        return String.join(",", facets);
    }

    /** Returns the bytes before a code point. */
    private static int bytes(String text, int codePoint) {
        return text.substring(0, text.offsetByCodePoints(0, codePoint)).getBytes(UTF_8).length;
    }

    private static String read(Bytes escaped) {
        try {
            return JSON.readValue("\"" + new String(escaped.copy(), UTF_8) + "\"", String.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A simulated text is not escaped as it should be", e);
        }
    }

    @Override
    public void deletion(long postId, long authorId, long atMillis, Bytes out) {
        out.append("%s\"operation\":\"delete\",\"collection\":\"%s\",\"rkey\":\"%d\"}}"
                .formatted(head(authorId, atMillis), COLLECTION, postId));
    }

    @Override
    public void flawed(SimulatedPost post, Fault fault, SplittableRandom random, Bytes out) {
        Flaws.append(this, REQUIRED, post, fault, random, out);
    }
}
