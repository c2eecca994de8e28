package io.groundswell.ingest.parse;

import java.io.IOException;

/**
 * An account that is gone, as X tells it. API v2: {@code data.user_delete}, {@code user_suspend} or
 * {@code user_protect}, {@code {"user": {"id"}, "event_at"}}. API v1.1: the same names outermost, {@code {"id" or
 * "id_str", "timestamp_ms"}}.
 */
final class XAccountEvent {
    private String event;
    private String account;
    private String eventAt;
    private String millis;

    void read(JsonCursor cursor, String path) throws IOException {
        event = path;
        cursor.fields(name -> {
            switch (name) {
                case "user" -> cursor.fields(inner -> readUser(cursor, inner));
                case "id_str", "id" -> readUser(cursor, name);
                case "event_at" -> eventAt = cursor.text();
                case "timestamp_ms" -> millis = cursor.scalar();
                default -> cursor.skip();
            }
        });
    }

    private void readUser(JsonCursor cursor, String name) throws IOException {
        if (name.equals("id") || name.equals("id_str")) {
            String id = cursor.scalar();
            account = id == null ? account : id;
        } else {
            cursor.skip();
        }
    }

    boolean isPresent() {
        return event != null;
    }

    Reading change(String idField) throws UnreadableFrame {
        Reading.Moment at = millis == null
                ? Times.ifTold(eventAt, event + ".event_at")
                : Times.anyIfTold(millis, event + ".timestamp_ms");
        return Reading.Change.removal(Ids.require(account, event + "." + idField), at);
    }
}
