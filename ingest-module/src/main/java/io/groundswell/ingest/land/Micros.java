package io.groundswell.ingest.land;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as tables hold them: microseconds since 1970. */
final class Micros {
    private Micros() {}

    static long of(Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
