package io.groundswell.ingest.parse;

import io.groundswell.model.PostChange;
import java.io.IOException;
import java.time.Instant;

/** {@code delete} of a frame of X API v1.1: {@code {"status": {"id_str", "user_id_str"}, "timestamp_ms"}}. */
final class XArchiveDeletion {
    private static final String VERSION = "deleted";

    private boolean isPresent;
    private String id;
    private String authorId;
    private String millis;

    void field(JsonCursor cursor, String name) throws IOException {
        isPresent = true;
        switch (name) {
            case "status" ->
                cursor.fields(inner -> {
                    switch (inner) {
                        case "id_str" -> id = cursor.text();
                        case "user_id_str" -> authorId = cursor.text();
                        default -> cursor.skip();
                    }
                });
            case "timestamp_ms" -> millis = cursor.scalar();
            default -> cursor.skip();
        }
    }

    boolean isPresent() {
        return isPresent;
    }

    Reading change() throws UnreadableFrame {
        Instant at = millis == null ? null : Times.parseAny(millis, "delete.timestamp_ms");
        return new Reading.Change(
                PostChange.DELETED, Ids.require(id, "delete.status.id_str"), VERSION, authorId, null, at, null);
    }
}
