package io.groundswell.ingest.simulate.profile;

import io.groundswell.ingest.simulate.wire.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What goes wrong on the way.
 *
 * @param faults what broken frames may have
 */
public record Troubles(List<Fault> faults, List<Outage> outages) {

    public Troubles {
        faults = List.copyOf(faults);
        outages = List.copyOf(outages);
    }

    /**
     * A time in which nothing is received.
     *
     * @param after how long after the start of the stream it begins
     */
    public record Outage(Duration after, Duration length, Backlog backlog) {}

    /** What becomes of the frames of an outage. */
    public enum Backlog {
        /** They are never received. */
        LOST,
        /** They are received behind the outage, in their order and ten times as fast as they came. */
        LATE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
