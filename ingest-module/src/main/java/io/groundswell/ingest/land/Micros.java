package io.groundswell.ingest.land;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as tables hold them: microseconds since 1970. */
final class Micros {
    private Micros() {}

    static long of(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
