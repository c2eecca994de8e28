package io.groundswell.ingest.parse;

import io.groundswell.model.PostChange;
import java.io.IOException;
import java.time.Instant;

/**
 * Frames of Bluesky's Jetstream, versions 1 and 2 of its wire: commits of posts. A post's id is its address; its version
 * is the content's own hash. What is written to other collections is no post. A record's {@code createdAt} is the
 * client's claim; when a change was made is the server's time.
 */
final class JetstreamFormat implements PostFormat {
    private static final String POSTS = "app.bsky.feed.post";

    @Override
    public Reading read(byte[] frame) {
        return Frames.read(frame, Event::new);
    }

    private static final class Event implements Frames.Reader {
        private final BlueskyRecord record = new BlueskyRecord();
        private String did;
        private String kind;
        private Long micros;
        private String time;
        private String operation;
        private String collection;
        private String key;
        private String hash;
        private boolean isAccount;
        private boolean isActive;

        @Override
        public void field(JsonCursor cursor, String name) throws IOException {
            switch (name) {
                // Version 2 has in its payload what version 1 has outside and in its commit.
                case "payload", "commit" -> cursor.fields(inner -> field(cursor, inner));
                case "account" -> {
                    isAccount = true;
                    cursor.fields(inner -> field(cursor, inner));
                }
                case "did" -> did = cursor.text();
                case "kind", "$type" -> kind = cursor.text();
                case "time_us" -> micros = cursor.number();
                case "time" -> time = cursor.text();
                case "operation" -> operation = cursor.text();
                case "collection" -> collection = cursor.text();
                case "rkey" -> key = cursor.text();
                case "cid" -> hash = cursor.text();
                case "active" -> isActive = cursor.flag();
                case "record" -> record.read(cursor);
                default -> cursor.skip();
            }
        }

        @Override
        public Reading reading() throws UnreadableFrame {
            if (isAccount || (kind != null && kind.endsWith("#account"))) {
                throw new UnreadableFrame(isActive ? Reason.NOT_A_POST : Reason.ACCOUNT_REMOVED, null);
            }
            if (operation == null) {
                throw new UnreadableFrame(kind == null ? Reason.UNKNOWN_SHAPE : Reason.NOT_A_POST, null);
            }
            if (collection == null) {
                throw new UnreadableFrame(Reason.MISSING_FIELD, "collection");
            }
            if (!collection.equals(POSTS)) {
                throw new UnreadableFrame(Reason.NOT_A_POST, "collection");
            }
            String author = Ids.require(did, "did");
            String id = "at://" + author + "/" + collection + "/" + Ids.require(key, "rkey");
            return switch (operation) {
                case "create" -> written(PostChange.CREATED, id, author);
                case "update" -> written(PostChange.EDITED, id, author);
                case "delete" -> new Reading.Change(PostChange.DELETED, id, "deleted", author, null, at(), null);
                default -> throw new UnreadableFrame(Reason.UNKNOWN_SHAPE, "operation");
            };
        }

        private Reading written(String op, String id, String author) throws UnreadableFrame {
            return new Reading.Change(
                    op, id, Ids.require(hash, "cid"), author, record.createdAt(), at(), record.content());
        }

        private Instant at() throws UnreadableFrame {
            if (micros != null) {
                return Times.ofMicros(micros, "time_us");
            }
            return Times.parse(time, "time");
        }
    }
}
