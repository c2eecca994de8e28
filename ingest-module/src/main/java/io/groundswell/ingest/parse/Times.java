package io.groundswell.ingest.parse;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Times in frames: ISO 8601 with a zone, in the years 1 to 9999, which are those that a table can hold. */
final class Times {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,16}");

    private static final int SECONDS_DIGITS = 10;
    private static final int MILLIS_DIGITS = 13;

    private Times() {}

    /** Returns a time in ISO 8601, or in seconds, milliseconds or microseconds since 1970, told by its digits. */
    static Instant parseAny(String text, String field) throws UnreadableFrame {
        if (text == null || !NUMBER.matcher(text).matches()) {
            return parse(text, field);
        }
        long number = Long.parseLong(text);
        if (text.length() > MILLIS_DIGITS) {
            return ofMicros(number, field);
        }
        return text.length() > SECONDS_DIGITS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    }

    /** Returns a time as {@link #parseAny} reads it that a frame need not tell. */
    static Reading.Moment anyIfTold(String text, String field) throws UnreadableFrame {
        return new Reading.Moment(text == null ? null : parseAny(text, field), field);
    }

    /** Returns a time that a frame need not tell. */
    static Reading.Moment ifTold(String text, String field) throws UnreadableFrame {
        return new Reading.Moment(text == null ? null : parse(text, field), field);
    }

    static Instant ofMicros(long micros, String field) throws UnreadableFrame {
        Instant time = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new UnreadableFrame(Reason.BAD_TIME, field);
        }
        return time;
    }

    static Instant parse(String text, String field) throws UnreadableFrame {
        if (text == null) {
            throw new UnreadableFrame(Reason.MISSING_FIELD, field);
        }
        try {
            Instant plain = PlainTime.parse(text);
            Instant time = plain == null ? Instant.parse(text) : plain;
            if (!time.isBefore(FIRST) && !time.isAfter(LAST)) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // falls through: the text is no time
        }
        throw new UnreadableFrame(Reason.BAD_TIME, field);
    }
}
