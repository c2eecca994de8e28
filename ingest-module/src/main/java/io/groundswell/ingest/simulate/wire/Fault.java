package io.groundswell.ingest.simulate.wire;

import java.util.Locale;

/** What may be wrong with a frame. */
public enum Fault {
    /** The frame ends in the midst of its JSON. */
    TRUNCATED,
    /** The id, the text or the time is missing. */
    MISSING_FIELD,
    /** The text has bytes that are not UTF-8. */
    BAD_UTF8,
    /** The id, the text or the time is of another JSON type, or no time at all. */
    WRONG_TYPE,
    /** The post says that it was written days from now; a reader may keep it with a time of its own. */
    FAR_FUTURE,
    /** The text is longer than any feed allows. */
    OVERSIZED,
    /** The post says that it was written thirty years ago. */
    ANCIENT,
    /** The post says that it was written on the last day of the year 9999. */
    LAST_YEAR;

    /** Returns the name in lower case, words joined by {@code _}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
