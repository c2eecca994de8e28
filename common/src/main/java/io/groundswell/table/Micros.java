package io.groundswell.table;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/** Times, and spans of time, as tables hold them: microseconds since 1970. */
public final class Micros {
    private Micros() {}

    public static long of(Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
    }

    public static long of(Duration time) {
        return TimeUnit.MICROSECONDS.convert(time);
    }

    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
