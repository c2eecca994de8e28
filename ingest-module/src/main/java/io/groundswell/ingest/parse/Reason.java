package io.groundswell.ingest.parse;

import java.util.Locale;

/** Why a frame can't be read: the closed list of the reasons in silver.rejected_posts. */
public enum Reason {
    /** The bytes are not UTF-8. */
    INVALID_UTF8,
    /** The text is not one JSON value. */
    MALFORMED_JSON,
    /** A quotation mark of a line of CSV stands where none can, or has no other. */
    MALFORMED_CSV,
    /** JSON that is nested too deep, or has a string, name or number that is too long. */
    OVER_LIMIT,
    /** The frame is longer than a frame may be. */
    TOO_LONG,
    /** The file breaks off here, or its compressed content is broken from here on. */
    TRUNCATED,
    /** JSON, but nothing that the format knows. */
    UNKNOWN_SHAPE,
    /** A field that must be there is not. */
    MISSING_FIELD,
    /** A field holds another type than it should. */
    WRONG_TYPE,
    /** A field holds no time, one without zone, or one that can't be. */
    BAD_TIME,
    /** A field holds no id. */
    BAD_ID,
    /** The feed speaks of something else than a post: a like, a profile, an account that came back, a limit. */
    NOT_A_POST,
    /** The feed reports a failure of its own in the place of a post. */
    FEED_ERROR,
    /** The spool's line around the frame can't be read. */
    BAD_ENVELOPE,
    /** The spool names a format that there is not. */
    UNKNOWN_FORMAT,
    /** The frame is of a post or author that was forgotten: nothing of it is kept. */
    SUPPRESSED;

    /** Returns the reason as it stands in the table, such as {@code malformed-json}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the reason of a label. */
    public static Reason labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
