package io.groundswell.ingest.land;

import io.groundswell.model.Position;
import java.io.Serializable;

/** How the lines of an input become parsed frames; throws nothing, whatever the line is. */
public sealed interface FrameReading extends Serializable
        permits SpooledFrames, StampedFrames, ArchivedFrames, SuppressedFrames {

    /**
     * Returns what a whole line is.
     *
     * @param stampMicros the time that the line's transport gave it, in microseconds since 1970; null where that gives none
     */
    ParsedFrame read(Position position, byte[] line, Long stampMicros);

    /** Returns the rejection of a line that the source could not read whole. */
    ParsedFrame readBroken(Position position, byte[] line, String fault);
}
