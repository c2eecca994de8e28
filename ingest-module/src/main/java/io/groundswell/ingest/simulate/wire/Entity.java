package io.groundswell.ingest.simulate.wire;

/**
 * A marked stretch of a post's text.
 *
 * @param start code points before it
 * @param end code points up to its end
 * @param value the hashtag or user name without its sign, or the address, in UTF-8; ASCII but for hashtags
 * @param id the id of the mentioned user; 0 for the other kinds
 */
public record Entity(Kind kind, int start, int end, byte[] value, long id) {

    /** What the stretch is. */
    public enum Kind {
        HASHTAG,
        MENTION,
        LINK
    }

    Entity shifted(int codePoints) {
        return new Entity(kind, start + codePoints, end + codePoints, value, id);
    }
}
