package io.groundswell.ingest.parse;

import java.io.IOException;

/**
 * {@code delete} or {@code drop} of a frame of X API v1.1: {@code {"status": {"id_str", "user_id_str"}, "timestamp_ms"}}.
 */
final class XArchiveDeletion {
    private String event;
    private String id;
    private String authorId;
    private String millis;

    void read(JsonCursor cursor, String name) throws IOException {
        event = name;
        cursor.fields(inner -> field(cursor, inner));
    }

    private void field(JsonCursor cursor, String name) throws IOException {
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
        return event != null;
    }

    Reading change() throws UnreadableFrame {
        return Reading.Change.deletion(
                Ids.require(id, event + ".status.id_str"), authorId, Times.anyIfTold(millis, event + ".timestamp_ms"));
    }
}
