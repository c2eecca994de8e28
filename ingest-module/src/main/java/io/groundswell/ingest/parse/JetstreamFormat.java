package io.groundswell.ingest.parse;

import io.groundswell.model.PostChange;
import java.io.IOException;
import java.util.Set;

/**
 * Frames of Bluesky's Jetstream, versions 1 and 2 of its wire: commits of posts, and accounts that are gone. A post's id
 * is its address; its version is the content's own hash. What is written to other collections is no post. A record's
 * {@code createdAt} is the client's claim; when a change was made is the server's time.
 */
final class JetstreamFormat implements PostFormat {
    private static final String POSTS = "app.bsky.feed.post";

    /** Of an account that is not active; {@code desynchronized} and {@code throttled} are troubles of a server. */
    private static final Set<String> GONE = Set.of("deleted", "takendown", "suspended", "deactivated");

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
        private Boolean isActive;
        private String status;

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
                case "status" -> status = cursor.text();
                case "record" -> record.read(cursor);
                default -> cursor.skip();
            }
        }

        @Override
        public Reading reading() throws UnreadableFrame {
            if (isAccount || (kind != null && kind.endsWith("#account"))) {
                return account();
            }
            if (operation == null) {
                throw kind == null
                        ? new UnreadableFrame(Reason.UNKNOWN_SHAPE, null)
                        : new UnreadableFrame(Reason.NOT_A_POST, "kind");
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
                case "delete" -> Reading.Change.deletion(id, author, at());
                default -> throw new UnreadableFrame(Reason.UNKNOWN_SHAPE, "operation");
            };
        }

        /** A status that is not told is one of those that are; one that we don't know takes nothing away. */
        private Reading account() throws UnreadableFrame {
            if (isActive == null) {
                throw new UnreadableFrame(Reason.MISSING_FIELD, "account.active");
            }
            if (isActive) {
                throw new UnreadableFrame(Reason.NOT_A_POST, "account.active");
            }
            if (status != null && !GONE.contains(status)) {
                throw new UnreadableFrame(Reason.NOT_A_POST, "account.status");
            }
            return Reading.Change.removal(Ids.require(did, "did"), at());
        }

        private Reading written(String op, String id, String author) throws UnreadableFrame {
            return new Reading.Change(
                    op, id, Ids.require(hash, "cid"), author, record.createdAt(), at(), record.content());
        }

        private Reading.Moment at() throws UnreadableFrame {
            return micros == null
                    ? new Reading.Moment(Times.parse(time, "time"), "time")
                    : new Reading.Moment(Times.ofMicros(micros, "time_us"), "time_us");
        }
    }
}
