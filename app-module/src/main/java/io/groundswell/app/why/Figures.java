package io.groundswell.app.why;

import io.groundswell.trends.count.Decisions;
import java.time.Duration;
import java.time.Instant;

/** Figures and times as a card writes them. */
final class Figures {
    private Figures() {}

    /** Returns a figure with as many decimals as tell something of it. */
    static String of(double value) {
        if (value >= 100 || value == Math.rint(value)) {
            return "%,.0f".formatted(value);
        }
        return (value >= 1 ? "%.1f" : value >= 0.001 ? "%.3f" : "%.6f").formatted(value);
    }

    static String percent(double share) {
        return "%.0f%%".formatted(share * 100);
    }

    /** Returns a width as words say it: {@code hour}, {@code 5 minutes}. */
    static String width(int seconds) {
        Duration width = Duration.ofSeconds(seconds);
        if (seconds % 3600 == 0) {
            return width.toHours() == 1 ? "hour" : width.toHours() + " hours";
        }
        return seconds % 60 == 0 ? width.toMinutes() + " minutes" : seconds + " seconds";
    }

    /** Returns a width as an option takes it: {@code 1h}, {@code 5m}. */
    static String option(int seconds) {
        if (seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    static Instant end(Instant start, int widthSeconds) {
        return start.plusSeconds(Decisions.widthMicros(widthSeconds) / Decisions.widthMicros(1));
    }
}
