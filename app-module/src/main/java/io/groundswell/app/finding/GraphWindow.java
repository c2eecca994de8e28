package io.groundswell.app.finding;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.spark.sql.Row;

/**
 * The window of a hashtag graph.
 *
 * @param width in seconds
 */
public record GraphWindow(Instant start, int width) {

    /** Takes the columns {@code window_start} and {@code window_width} of a row. */
    public static GraphWindow of(Row row) {
        return new GraphWindow(row.<Timestamp>getAs("window_start").toInstant(), row.getAs("window_width"));
    }

    /** Returns it as a sentence has it: {@code 2026-03-01}, {@code the 7 days from 2026-03-01 on}. */
    public String words() {
        Duration length = Duration.ofSeconds(width);
        if (!length.equals(Duration.ofDays(length.toDays()))) {
            return "the %d seconds from %s on".formatted(width, start);
        }
        LocalDate first = LocalDate.ofInstant(start, ZoneOffset.UTC);
        return length.toDays() == 1 ? first.toString() : "the %d days from %s on".formatted(length.toDays(), first);
    }
}
