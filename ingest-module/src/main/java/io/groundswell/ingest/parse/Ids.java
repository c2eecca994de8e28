package io.groundswell.ingest.parse;

import java.time.Instant;

/** Ids of posts. */
final class Ids {
    private static final int MAX_LENGTH = 256;

    /** 2010-11-04T01:42:54.657Z, from which X's ids count milliseconds. */
    private static final long SNOWFLAKE_EPOCH_MILLIS = 1_288_834_974_657L;

    private static final int SNOWFLAKE_TIME_SHIFT = 22;

    private Ids() {}

    /** Returns the id, which is neither missing nor blank nor longer than 256 characters. */
    static String require(String id, String field) throws UnreadableFrame {
        if (id == null) {
            throw new UnreadableFrame(Reason.MISSING_FIELD, field);
        }
        if (id.isBlank() || id.length() > MAX_LENGTH) {
            throw new UnreadableFrame(Reason.BAD_ID, field);
        }
        return id;
    }

    /** Returns when X gave out an id. */
    static Instant snowflakeTime(String id, String field) throws UnreadableFrame {
        try {
            long number = Long.parseLong(id);
            if (number >= 0) {
                return Instant.ofEpochMilli((number >> SNOWFLAKE_TIME_SHIFT) + SNOWFLAKE_EPOCH_MILLIS);
            }
        } catch (NumberFormatException e) {
            // falls through: no number, or one of more than 63 bits
        }
        throw new UnreadableFrame(Reason.BAD_ID, field);
    }
}
