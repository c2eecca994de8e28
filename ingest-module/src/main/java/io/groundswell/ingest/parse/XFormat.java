package io.groundswell.ingest.parse;

import java.io.IOException;

/**
 * Frames of the X API v2: posts as the filtered stream and the search deliver them, deletions as the compliance stream
 * does. An error in the place of a post is rejected; one that comes with a post says that an expansion is missing.
 */
final class XFormat implements PostFormat {
    @Override
    public Reading read(byte[] frame) {
        if (frame.length > MAX_FRAME_BYTES) {
            return new Reading.Rejection(Reason.TOO_LONG, null);
        }
        Frame read = new Frame();
        try {
            JsonCursor.read(frame, read::read);
            return read.reading();
        } catch (UnreadableFrame e) {
            return e.rejection();
        }
    }

    /** The outermost object of a frame. */
    private static final class Frame {
        private final XPost post = new XPost();
        private final XDeletion deletion = new XDeletion();
        private boolean hasErrors;

        void read(JsonCursor cursor) throws IOException {
            cursor.fields(name -> {
                switch (name) {
                    case "data" -> cursor.fields(inner -> readData(cursor, inner));
                    case "errors" -> {
                        hasErrors = true;
                        cursor.skip();
                    }
                    default -> cursor.skip();
                }
            });
        }

        private void readData(JsonCursor cursor, String name) throws IOException {
            if (name.equals("delete")) {
                deletion.read(cursor);
            } else {
                post.read(cursor, name);
            }
        }

        Reading reading() throws UnreadableFrame {
            if (deletion.isPresent()) {
                return deletion.change();
            }
            if (post.isPresent()) {
                return post.change();
            }
            throw new UnreadableFrame(hasErrors ? Reason.FEED_ERROR : Reason.UNKNOWN_SHAPE, null);
        }
    }
}
