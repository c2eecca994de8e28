package io.groundswell.ingest;

import io.groundswell.model.Clock;

/** What the input's frames are, and so which clock stamps them. */
public enum InputKind {
    /** Segments that a gateway appends to: each line is an envelope with its own received_at, source and format. */
    SPOOL(Clock.GATEWAY, "spool"),
    /** Files that are complete: each line is a frame, received in replay when it was written. */
    ARCHIVE(Clock.REPLAY, "archive"),
    /** A topic, which producers append to: each record is an envelope or a frame, stamped when it was sent. */
    KAFKA(Clock.GATEWAY, "topic");

    private final String clock;
    private final String lane;

    InputKind(String clock, String lane) {
        this.clock = clock;
        this.lane = lane;
    }

    /** Returns the clock's name, one of {@link Clock}. */
    public String clock() {
        return clock;
    }

    /** Returns what stands for the lane where all lanes of an input are meant. */
    String lane() {
        return lane;
    }
}
