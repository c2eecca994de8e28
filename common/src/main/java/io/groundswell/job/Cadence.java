package io.groundswell.job;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.streaming.Trigger;

/**
 * When a streaming job starts its micro-batches.
 *
 * @param interval between batches; empty to take what is there and stop
 */
public record Cadence(Optional<Duration> interval) {
    private static final String NOW = "available-now";
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    public static final Cadence AVAILABLE_NOW = new Cadence(Optional.empty());

    public Cadence {
        if (interval.isPresent() && interval.get().isNegative()) {
            throw new IllegalArgumentException("trigger must be available-now or a time of 0 or more, was " + interval);
        }
    }

    /**
     * Reads {@code available-now} or a time such as {@code 2s}, {@code 500ms} or {@code 5m}.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    public static Cadence parse(String text) {
        if (text.equals(NOW)) {
            return AVAILABLE_NOW;
        }
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new IllegalArgumentException("a trigger is available-now or a time such as 2s, was '" + text + "'");
        }
        ChronoUnit unit =
                switch (time.group(2)) {
                    case "ms" -> ChronoUnit.MILLIS;
                    case "s" -> ChronoUnit.SECONDS;
                    case "m" -> ChronoUnit.MINUTES;
                    default -> ChronoUnit.HOURS;
                };
        return every(Duration.of(Long.parseLong(time.group(1)), unit));
    }

    /** Returns the text from which {@link #parse} makes this cadence. */
    @Override
    public String toString() {
        return interval.map(every -> every.toMillis() + "ms").orElse(NOW);
    }

    public static Cadence every(Duration interval) {
        return new Cadence(Optional.of(interval));
    }

    public Trigger trigger() {
        return interval.map(every -> Trigger.ProcessingTime(every.toMillis())).orElseGet(Trigger::AvailableNow);
    }

    public boolean isContinuous() {
        return interval.isPresent();
    }
}
