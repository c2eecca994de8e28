package io.groundswell.ingest.simulate.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * The time of a stream in which something may begin: behind the quiet at its start, and so that it ends half an hour before
 * the stream does.
 *
 * @param room how long that time is; negative where there is none
 */
record Slots(Instant from, Duration room) {
    private static final Duration QUIET_END = Duration.ofMinutes(30);
    private static final Duration LEAST_ROOM = Duration.ofHours(1);
    /** What is left of a slot keeps two of one hour apart. */
    private static final double USED = 0.8;

    static Slots of(Instant start, Duration span, Duration quiet, Duration longest) {
        return new Slots(start.plus(quiet), span.minus(quiet).minus(QUIET_END).minus(longest));
    }

    boolean hasRoom() {
        return room.compareTo(LEAST_ROOM) >= 0;
    }

    /** Draws a time in the i-th of n equal parts. */
    Instant draw(int i, int n, SplittableRandom random) {
        double part = (i + USED * random.nextDouble()) / n;
        return from.plusMillis((long) (room.toMillis() * part));
    }
}
