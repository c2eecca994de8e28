package io.groundswell.ingest.parse;

import io.groundswell.model.PostChange;
import java.io.IOException;

/** {@code data.delete} of a frame of X: {@code {"tweet": {"id", "author_id"}, "event_at"}}. */
final class XDeletion {
    /** A deletion is not a version of the post: all deletions of a post are one. */
    private static final String VERSION = "deleted";

    private boolean isPresent;
    private String id;
    private String authorId;
    private String eventAt;

    void read(JsonCursor cursor) throws IOException {
        isPresent = true;
        cursor.fields(name -> {
            switch (name) {
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
        return isPresent;
    }

    Reading change() throws UnreadableFrame {
        return new Reading.Change(
                PostChange.DELETED,
                Ids.require(id, "data.delete.tweet.id"),
                VERSION,
                authorId,
                null,
                eventAt == null ? null : Times.parse(eventAt, "data.delete.event_at"),
                null);
    }
}
