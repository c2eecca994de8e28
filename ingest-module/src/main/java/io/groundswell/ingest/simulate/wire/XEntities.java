package io.groundswell.ingest.simulate.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.groundswell.ingest.simulate.wire.Entity.Kind;
import io.groundswell.ingest.spool.Bytes;
import java.util.List;

/** Appends the {@code entities} of a post as X gives them: one list a kind, none where the post has none of that kind. */
final class XEntities {
    private static final byte[] ENTITIES = ",\"entities\":{".getBytes(UTF_8);
    private static final byte[] HASHTAGS = "\"hashtags\":[".getBytes(UTF_8);
    private static final byte[] MENTIONS = "\"mentions\":[".getBytes(UTF_8);
    private static final byte[] URLS = "\"urls\":[".getBytes(UTF_8);
    private static final byte[] START = "{\"start\":".getBytes(UTF_8);
    private static final byte[] END = ",\"end\":".getBytes(UTF_8);
    private static final byte[] TAG = ",\"tag\":\"".getBytes(UTF_8);
    private static final byte[] USERNAME = ",\"username\":\"".getBytes(UTF_8);
    private static final byte[] USER_ID = "\",\"id\":\"".getBytes(UTF_8);
    private static final byte[] URL = ",\"url\":\"".getBytes(UTF_8);
    private static final byte[] EXPANDED = "\",\"expanded_url\":\"".getBytes(UTF_8);
    private static final Kind[] KINDS = Kind.values();

    void append(List<Entity> entities, Bytes out) {
        if (entities.isEmpty()) {
            return;
        }
        out.append(ENTITIES);
        boolean isFirst = true;
        for (Kind kind : KINDS) {
            if (has(entities, kind)) {
                if (!isFirst) {
                    out.append(',');
                }
                appendList(entities, kind, out);
                isFirst = false;
            }
        }
        out.append('}');
    }

    private static boolean has(List<Entity> entities, Kind kind) {
        for (Entity entity : entities) {
            if (entity.kind() == kind) {
                return true;
            }
        }
        return false;
    }

    private static void appendList(List<Entity> entities, Kind kind, Bytes out) {
        out.append(
                switch (kind) {
                    case HASHTAG -> HASHTAGS;
                    case MENTION -> MENTIONS;
                    case LINK -> URLS;
                });
        boolean isFirst = true;
        for (Entity entity : entities) {
            if (entity.kind() == kind) {
                if (!isFirst) {
                    out.append(',');
                }
                appendOne(entity, out);
                isFirst = false;
            }
        }
        out.append(']');
    }

    private static void appendOne(Entity entity, Bytes out) {
        out.append(START).append((long) entity.start()).append(END).append((long) entity.end());
        switch (entity.kind()) {
            case HASHTAG -> out.append(TAG).append(entity.value());
            case MENTION ->
                out.append(USERNAME).append(entity.value()).append(USER_ID).append(entity.id());
            case LINK -> out.append(URL).append(entity.value()).append(EXPANDED).append(entity.value());
        }
        out.append('"').append('}');
    }
}
