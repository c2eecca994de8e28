package io.groundswell.ingest.simulate;

import io.groundswell.ingest.simulate.Truth.FeedOutage;
import io.groundswell.ingest.simulate.profile.Troubles.Backlog;
import io.groundswell.ingest.simulate.profile.Troubles.Outage;
import java.time.Instant;
import java.util.List;

/** The times in which nothing is received. */
final class Outages {
    /** The arrival of a frame that is lost. */
    static final long NEVER = -1;

    private static final int CATCH_UP = 10;

    private final List<Hole> holes;

    /** @param start of the stream, from which outages are counted */
    Outages(List<Outage> outages, Instant start) {
        holes = outages.stream().map(outage -> new Hole(outage, start)).toList();
    }

    private static final class Hole {
        private final Backlog backlog;
        private final Instant start;
        private final Instant end;
        private final long startMicros;
        private final long endMicros;
        private long frames;

        Hole(Outage outage, Instant streamStart) {
            backlog = outage.backlog();
            start = streamStart.plus(outage.after());
            end = start.plus(outage.length());
            startMicros = start.toEpochMilli() * 1_000;
            endMicros = end.toEpochMilli() * 1_000;
        }
    }

    /** Returns when a frame is received that would be received at a time, both in microseconds; {@link #NEVER} where it is lost. */
    long arrival(long micros) {
        for (Hole hole : holes) {
            if (micros >= hole.startMicros && micros < hole.endMicros) {
                hole.frames++;
                return hole.backlog == Backlog.LOST ? NEVER : hole.endMicros + (micros - hole.startMicros) / CATCH_UP;
            }
        }
        return micros;
    }

    /** Returns those that began before the last post was written, with what they met so far. */
    List<FeedOutage> met(Instant lastPost) {
        return holes.stream()
                .filter(hole -> hole.start.isBefore(lastPost))
                .map(hole -> new FeedOutage(hole.start, hole.end, hole.backlog, hole.frames))
                .toList();
    }
}
