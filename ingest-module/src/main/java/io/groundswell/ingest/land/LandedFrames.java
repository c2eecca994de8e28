package io.groundswell.ingest.land;

import io.groundswell.ingest.parse.PostFormats;
import io.groundswell.ingest.parse.Reading;
import io.groundswell.ingest.parse.Reason;
import io.groundswell.ingest.suppress.FrameErasure;
import io.groundswell.model.Clock;
import io.groundswell.model.Position;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * Parses frames of bronze anew: source, lane, offset, format, clock, received (microseconds), payload, and the reason and
 * field for which the frame was rejected before parsing, where it was. Received times are those of bronze, but for a replayed
 * frame, whose own time is its received time and may be read otherwise now.
 *
 * @param erasure what must not come back
 * @param nowMicros the end of the past
 */
record LandedFrames(PostFormats formats, FrameErasure erasure, ReplayStamps stamps, long nowMicros)
        implements FrameRows {
    /** What is no matter of a format: it is not in the payload any more, so nothing new is found by reading it. */
    static final Set<Reason> BEFORE_PARSING =
            Set.of(Reason.TOO_LONG, Reason.TRUNCATED, Reason.BAD_ENVELOPE, Reason.SUPPRESSED, Reason.BAD_TIME);

    @Override
    public ParsedFrame parse(Row frame) {
        String source = frame.getAs("source");
        String format = frame.getAs("format");
        Position position = new Position(frame.getAs("lane"), frame.getAs("offset"));
        byte[] payload = frame.getAs("payload");
        Long received = frame.getAs("received");
        boolean isReplayed = Clock.REPLAY.equals(frame.getAs("clock"));
        String known = frame.getAs("reason");
        if (known != null && !(isReplayed && Reason.labelled(known) == Reason.BAD_TIME)) {
            return ParsedFrame.rejected(
                    new ParsedFrame.Frame(source, position, format, payload),
                    null,
                    new Reading.Rejection(Reason.labelled(known), frame.getAs("field")));
        }
        FrameReading reading = isReplayed
                ? new ArchivedFrames(
                        source, format, formats, stamps.frontier(source, position.lane(), received), nowMicros)
                : new StampedFrames(new SpooledFrames(source, format, formats, Long.MAX_VALUE));
        return new SuppressedFrames(reading, erasure, source, format).read(position, payload, received);
    }
}
