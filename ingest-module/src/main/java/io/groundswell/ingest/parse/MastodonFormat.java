package io.groundswell.ingest.parse;

import io.groundswell.model.PostChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Frames of Mastodon: statuses as the API returns them, and the stream's events, whose payload is JSON within a text. A
 * post's id is the server's own, since a deletion names no other: let a source be one server.
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
                    throw new UnreadableFrame(Reason.FEED_ERROR, null);
                }
                return status.change();
            }
            return switch (event) {
                case "update", "status.update" -> inner().change();
                case "delete" ->
                    new Reading.Change(
                            PostChange.DELETED, Ids.require(payload, "payload"), "deleted", null, null, null, null);
                default -> throw new UnreadableFrame(Reason.NOT_A_POST, "event");
            };
        }

        private MastodonStatus inner() throws UnreadableFrame {
            if (payload == null) {
                throw new UnreadableFrame(Reason.MISSING_FIELD, "payload");
            }
            MastodonStatus inner = new MastodonStatus();
            JsonCursor.read(
                    payload.getBytes(StandardCharsets.UTF_8),
                    cursor -> cursor.fields(name -> inner.field(cursor, name)));
            return inner;
        }
    }
}
