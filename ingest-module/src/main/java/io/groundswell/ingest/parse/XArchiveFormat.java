package io.groundswell.ingest.parse;

import java.io.IOException;

/**
 * Frames of the X API v1.1 as archives hold them: posts ({@code tweet} objects, short and extended) and deletion notices.
 * Notices of limits, withheld posts and locations are no posts.
 */
final class XArchiveFormat implements PostFormat {
    @Override
    public Reading read(byte[] frame) {
        return Frames.read(frame, Frame::new);
    }

    private static final class Frame implements Frames.Reader {
        private final XArchivePost post = new XArchivePost();
        private final XArchiveDeletion deletion = new XArchiveDeletion();
        private boolean isNotice;
        private boolean isFailure;

        @Override
        public void field(JsonCursor cursor, String name) throws IOException {
            switch (name) {
                case "delete" -> cursor.fields(inner -> deletion.field(cursor, inner));
                case "limit", "scrub_geo", "status_withheld", "user_withheld", "warning", "friends", "event" -> {
                    isNotice = true;
                    cursor.skip();
                }
                case "disconnect", "errors" -> {
                    isFailure = true;
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
            if (post.isPresent()) {
                return post.change();
            }
            if (isFailure) {
                throw new UnreadableFrame(Reason.FEED_ERROR, null);
            }
            throw new UnreadableFrame(isNotice ? Reason.NOT_A_POST : Reason.UNKNOWN_SHAPE, null);
        }
    }
}
