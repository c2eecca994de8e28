package io.groundswell.app.output;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as a table tells them to a person: day and minute, in UTC. */
public final class Moment {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Moment() {}

    /** Returns a moment such as {@code 1 Mar 19:00}. */
    public static String minute(Instant moment) {
        return MINUTE.format(moment);
    }
}
