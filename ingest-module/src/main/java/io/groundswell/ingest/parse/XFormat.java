package io.groundswell.ingest.parse;

import java.io.IOException;

/**
 * Frames of the X API v2: posts as the filtered stream and the search deliver them, deletions and removed accounts as the
 * compliance streams do. An error in the place of a post is rejected; one that comes with a post says that an expansion
 * is missing.
 */
final class XFormat implements PostFormat {
    @Override
    public Reading read(byte[] frame) {
        return Frames.read(frame, Frame::new);
    }

    /** The outermost object of a frame. */
    private static final class Frame implements Frames.Reader {
        private final XPost post = new XPost();
        private final XDeletion deletion = new XDeletion();
        private final XAccountEvent account = new XAccountEvent();
        private String notice;
        private boolean hasErrors;

        @Override
        public void field(JsonCursor cursor, String name) throws IOException {
            switch (name) {
                case "data" -> cursor.fields(inner -> readData(cursor, inner));
                case "errors" -> {
                    hasErrors = true;
                    cursor.skip();
                }
                default -> cursor.skip();
            }
        }

        private void readData(JsonCursor cursor, String name) throws IOException {
            switch (name) {
                case "delete", "drop" -> deletion.read(cursor, name);
                case "user_delete", "user_suspend", "user_protect" -> account.read(cursor, "data." + name);
                case "undrop",
                        "withheld",
                        "tweet_edit",
                        "user_undelete",
                        "user_unsuspend",
                        "user_unprotect",
                        "user_withheld",
                        "user_profile_modification",
                        "scrub_geo" -> {
                    notice = "data." + name;
                    cursor.skip();
                }
                default -> post.read(cursor, name);
            }
        }

        @Override
        public Reading reading() throws UnreadableFrame {
            if (deletion.isPresent()) {
                return deletion.change();
            }
            if (account.isPresent()) {
                return account.change("user.id");
            }
            if (post.isPresent()) {
                return post.change();
            }
            if (notice != null) {
                throw new UnreadableFrame(Reason.NOT_A_POST, notice);
            }
            throw hasErrors
                    ? new UnreadableFrame(Reason.FEED_ERROR, "errors")
                    : new UnreadableFrame(Reason.UNKNOWN_SHAPE, null);
        }
    }
}
