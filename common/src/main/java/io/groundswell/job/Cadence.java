package io.groundswell.job;

import java.time.Duration;
import java.util.Optional;
import org.apache.spark.sql.streaming.Trigger;

/**
 * When a streaming job starts its micro-batches.
 *
 * @param interval between batches; empty to take what is there and stop
 */
public record Cadence(Optional<Duration> interval) {
    public static final Cadence AVAILABLE_NOW = new Cadence(Optional.empty());

    public Cadence {
        if (interval.isPresent() && interval.get().isNegative()) {
            throw new IllegalArgumentException("trigger must be available-now or a time of 0 or more, was " + interval);
        }
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
