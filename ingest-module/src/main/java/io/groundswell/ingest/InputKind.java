package io.groundswell.ingest;

import io.groundswell.model.Clock;

/** What the input's frames are, and so which clock stamps them. */
public enum InputKind {
    /** Segments that a gateway appends to: each line is an envelope with its own received_at, source and format. */
    SPOOL(Clock.GATEWAY),
    /** Files that are complete: each line is a frame, received in replay when it was written. */
    ARCHIVE(Clock.REPLAY),
    /** A topic, which producers append to: each record is an envelope or a frame, stamped when it was sent. */
    KAFKA(Clock.GATEWAY);

    private final String clock;

    InputKind(String clock) {
        this.clock = clock;
    }

    /** Returns the clock's name, one of {@link Clock}. */
    public String clock() {
        return clock;
    }
}
