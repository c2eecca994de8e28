package io.groundswell.ingest.parse;

import java.io.IOException;

/**
 * Frames of the X API v1.1 as archives hold them: posts ({@code tweet} objects, short and extended), notices of deletions
 * and of accounts that are gone. Notices of limits, withheld posts, locations and accounts that came back are no posts.
 */
final class XArchiveFormat implements PostFormat {
    @Override
    public Reading read(byte[] frame) {
        return Frames.read(frame, Frame::new);
    }

    private static final class Frame implements Frames.Reader {
        private final XArchivePost post = new XArchivePost();
        private final XArchiveDeletion deletion = new XArchiveDeletion();
        private final XAccountEvent account = new XAccountEvent();
        private String notice;
        private String failure;

        @Override
        public void field(JsonCursor cursor, String name) throws IOException {
            switch (name) {
                case "delete", "drop" -> deletion.read(cursor, name);
                case "user_delete", "user_suspend", "user_protect" -> account.read(cursor, name);
                case "limit",
                        "scrub_geo",
                        "undrop",
                        "status_withheld",
                        "tweet_edit",
                        "user_undelete",
                        "user_unsuspend",
                        "user_unprotect",
                        "user_withheld",
                        "warning",
                        "friends",
                        "event" -> {
                    notice = name;
                    cursor.skip();
                }
                case "disconnect", "errors" -> {
                    failure = name;
                    cursor.skip();
                }
                default -> post.field(cursor, name);
            }
        }

        @Override
        public Reading reading() throws UnreadableFrame {
            if (deletion.isPresent()) {
                return deletion.change();
            }
            if (account.isPresent()) {
                return account.change("id");
            }
            if (post.isPresent()) {
                return post.change();
            }
            if (failure != null) {
                throw new UnreadableFrame(Reason.FEED_ERROR, failure);
            }
            throw new UnreadableFrame(notice == null ? Reason.UNKNOWN_SHAPE : Reason.NOT_A_POST, notice);
        }
    }
}
