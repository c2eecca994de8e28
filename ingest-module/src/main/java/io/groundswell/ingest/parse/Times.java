package io.groundswell.ingest.parse;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Times in frames: ISO 8601 with a zone, in the years 1 to 9999, which are those that a table can hold. */
final class Times {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Times() {}

    static Instant parse(String text, String field) throws UnreadableFrame {
        if (text == null) {
            throw new UnreadableFrame(Reason.MISSING_FIELD, field);
        }
        try {
            Instant time = Instant.parse(text);
            if (!time.isBefore(FIRST) && !time.isAfter(LAST)) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // falls through: the text is no time
        }
        throw new UnreadableFrame(Reason.BAD_TIME, field);
    }
}
