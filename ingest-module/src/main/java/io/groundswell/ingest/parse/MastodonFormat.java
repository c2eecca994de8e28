package io.groundswell.ingest.parse;

import java.io.IOException;

/**
 * Frames of Mastodon: statuses as the API returns them, and the stream's events, whose payload is JSON within a text. A
 * post's id is the server's own, since a deletion names no other: let a source be one server. Of accounts that are gone
 * Mastodon's streams say nothing: at best each of their posts is deleted.
 */
final class MastodonFormat implements PostFormat {
    @Override
    public Reading read(byte[] frame) {
        return Frames.read(frame, Frame::new);
    }

    private static final class Frame implements Frames.Reader {
        private final MastodonStatus status = new MastodonStatus();
        private String event;
        private String payload;
        private boolean isFailure;

        @Override
        public void field(JsonCursor cursor, String name) throws IOException {
            switch (name) {
                case "event" -> event = cursor.text();
                case "payload" -> payload = cursor.scalar();
                case "error" -> {
                    isFailure = true;
                    cursor.skip();
                }
                default -> status.field(cursor, name);
            }
        }

        @Override
        public Reading reading() throws UnreadableFrame {
            if (event == null) {
                if (isFailure) {
                    throw new UnreadableFrame(Reason.FEED_ERROR, "error");
                }
                return status.change();
            }
            return switch (event) {
                case "update", "status.update" -> inner().change();
                case "delete" ->
                    // The payload is all that a deletion says: no time, no account.
                    Reading.Change.deletion(Ids.require(payload, "payload"), null, new Reading.Moment(null, "payload"));
                default -> throw new UnreadableFrame(Reason.NOT_A_POST, "event");
            };
        }

        private MastodonStatus inner() throws UnreadableFrame {
            if (payload == null) {
                throw new UnreadableFrame(Reason.MISSING_FIELD, "payload");
            }
            MastodonStatus inner = new MastodonStatus();
            JsonCursor.read(payload, cursor -> cursor.fields(name -> inner.field(cursor, name)));
            return inner;
        }
    }
}
