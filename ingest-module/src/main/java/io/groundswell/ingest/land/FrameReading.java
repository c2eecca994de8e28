package io.groundswell.ingest.land;

import io.groundswell.model.Position;
import java.io.Serializable;

/** How the lines of an input become parsed frames; throws nothing, whatever the line is. */
public sealed interface FrameReading extends Serializable permits SpooledFrames, ArchivedFrames {

    /** Returns what a whole line is. */
    ParsedFrame read(Position position, byte[] line);

    /** Returns the rejection of a line that the source could not read whole. */
    ParsedFrame readBroken(Position position, byte[] line, String fault);
}
