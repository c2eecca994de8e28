package io.groundswell.ingest.simulate.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.groundswell.ingest.simulate.wire.Entity.Kind;
import io.groundswell.ingest.spool.Bytes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Posts and deletions of X's API v1.1. It tells times to the second, and knows no edits: an edited post is another one.
 */
public final class XArchiveFormat implements WireFormat {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final List<String> REQUIRED = List.of("id_str", "text", "created_at");

    @Override
    public String name() {
        return "x-v1";
    }

    @Override
    public void post(SimulatedPost post, Bytes out) {
        String frame = "{\"created_at\":\"%s\",\"id\":%d,\"id_str\":\"%d\",\"text\":\""
                .formatted(TIME.format(Instant.ofEpochMilli(post.createdMillis)), post.id, post.id);
        String user =
                "\",\"user\":{\"id_str\":\"%d\",\"screen_name\":\"%s\"},\"lang\":\"%s\",\"is_quote_status\":false%s"
                        .formatted(post.authorId, new String(post.username, UTF_8), post.language, reference(post));
        String entities = ",\"entities\":{\"hashtags\":[%s],\"user_mentions\":[%s],\"urls\":[%s]}}"
                .formatted(
                        list(post, Kind.HASHTAG, "text"),
                        list(post, Kind.MENTION, "screen_name"),
                        list(post, Kind.LINK, "expanded_url"));
        out.append(frame).append(post.text()).append(user + entities);
    }

    private static String reference(SimulatedPost post) {
        return switch (post.kind) {
            case POST -> "";
            case REPLY ->
                ",\"in_reply_to_status_id_str\":\"%d\",\"in_reply_to_user_id_str\":\"%d\""
                        .formatted(post.referencedId, post.referencedAuthorId);
            case REPOST -> ",\"retweeted_status\":{\"id_str\":\"%d\"}".formatted(post.referencedId);
        };
    }

    private static String list(SimulatedPost post, Kind kind, String field) {
        return post.entities().stream()
                .filter(entity -> entity.kind() == kind)
                .map(entity -> "{\"%s\":\"%s\",\"indices\":[%d,%d]}"
                        .formatted(field, new String(entity.value(), UTF_8), entity.start(), entity.end()))
                .collect(Collectors.joining(","));
    }

    @Override
    public void deletion(long postId, long authorId, long atMillis, Bytes out) {
        out.append(
                "{\"delete\":{\"status\":{\"id\":%d,\"id_str\":\"%d\",\"user_id_str\":\"%d\"},\"timestamp_ms\":\"%d\"}}"
                        .formatted(postId, postId, authorId, atMillis));
    }

    @Override
    public void flawed(SimulatedPost post, Fault fault, SplittableRandom random, Bytes out) {
        Flaws.append(this, REQUIRED, post, fault, random, out);
    }
}
