package io.groundswell.ingest.parse;

import java.io.IOException;

/**
 * {@code data.delete} or {@code data.drop} of a frame of X's compliance stream:
 * {@code {"tweet": {"id", "author_id"}, "event_at"}}.
 */
final class XDeletion {
    private String event;
    private String id;
    private String authorId;
    private String eventAt;

    void read(JsonCursor cursor, String name) throws IOException {
        event = "data." + name;
        cursor.fields(field -> {
            switch (field) {
                case "tweet" -> cursor.fields(inner -> readPost(cursor, inner));
                case "event_at" -> eventAt = cursor.text();
                default -> cursor.skip();
            }
        });
    }

    private void readPost(JsonCursor cursor, String name) throws IOException {
        switch (name) {
            case "id" -> id = cursor.text();
            case "author_id" -> authorId = cursor.text();
            default -> cursor.skip();
        }
    }

    boolean isPresent() {
        return event != null;
    }

    Reading change() throws UnreadableFrame {
        return Reading.Change.deletion(
                Ids.require(id, event + ".tweet.id"), authorId, Times.ifTold(eventAt, event + ".event_at"));
    }
}
