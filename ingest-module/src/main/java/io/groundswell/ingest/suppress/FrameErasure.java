package io.groundswell.ingest.suppress;

import io.groundswell.ingest.parse.PostFormats;
import io.groundswell.ingest.parse.Reading;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is left of a frame: nothing, where it is of a post or author that must not come back, a repost of such a post, or
 * can't be read and names one; the frame with masked ids, where it is another author's and names one; else all.
 */
public record FrameErasure(SuppressedIds ids, PostFormats formats) implements Serializable {
    private static final byte[] NOTHING = {};
    private static final String REPOST = "repost";

    /** Returns what is left of a frame; null where all is. */
    public byte[] left(String source, String format, byte[] frame) {
        if (ids.isEmpty() || frame.length == 0) {
            return null;
        }
        Optional<Reading.Change> change = change(format, frame);
        if (change.filter(read -> isOwn(source, read)).isPresent()) {
            return NOTHING;
        }
        SuppressedIds.Named named = ids.in(source, frame);
        if (!named.any()) {
            return null;
        }
        boolean isCopy = named.post() && change.filter(FrameErasure::isRepost).isPresent();
        return change.isEmpty() || isCopy ? NOTHING : ids.masked(source, frame);
    }

    /**
     * Returns what is left of a line that is a frame, or has one escaped in it; null where all is. What is left is as long
     * as the line, or nothing.
     */
    public byte[] leftOfLine(String source, String format, byte[] frame, byte[] line) {
        byte[] left = left(source, format, frame);
        if (left == null || left.length == 0 || Arrays.equals(frame, line)) {
            return left;
        }
        byte[] masked = ids.masked(source, line);
        return Arrays.equals(masked, line) ? NOTHING : masked; // in Base64 no id is found
    }

    /** Returns the id of the post, where a frame is a repost that names a post which must not come back. */
    public Optional<String> copy(String source, String format, byte[] frame) {
        return change(format, frame)
                .filter(FrameErasure::isRepost)
                .filter(read -> !isOwn(source, read) && ids.in(source, frame).post())
                .map(Reading.Change::postId);
    }

    private boolean isOwn(String source, Reading.Change change) {
        return ids.isPost(source, change.postId()) || ids.isAuthor(source, change.authorId());
    }

    private static boolean isRepost(Reading.Change change) {
        return change.content() != null && REPOST.equals(change.content().kind());
    }

    private Optional<Reading.Change> change(String format, byte[] frame) {
        return formats.named(format)
                .map(known -> known.read(frame))
                .filter(Reading.Change.class::isInstance)
                .map(Reading.Change.class::cast);
    }
}
