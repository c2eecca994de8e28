package io.groundswell.ingest.parse;

import java.io.IOException;
import java.util.List;

/** {@code entities} of X API v1.1. */
final class XArchiveEntities {
    private List<String> tags;
    private List<String> mentions = List.of();
    private List<String> links = List.of();

    void read(JsonCursor cursor) throws IOException {
        tags = List.of();
        cursor.fields(name -> {
            switch (name) {
                case "hashtags" -> tags = cursor.list(() -> Frames.inner(cursor, "text"));
                case "user_mentions" -> mentions = cursor.list(() -> Frames.inner(cursor, "screen_name"));
                case "urls" -> links = cursor.list(() -> Frames.inner(cursor, "expanded_url"));
                default -> cursor.skip();
            }
        });
    }

    /** Returns null where the frame has no entities, else its hashtags. */
    List<String> tags() {
        return tags;
    }

    List<String> mentions() {
        return mentions;
    }

    List<String> links() {
        return links;
    }
}
