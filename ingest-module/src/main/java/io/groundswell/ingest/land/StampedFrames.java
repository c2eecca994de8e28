package io.groundswell.ingest.land;

import io.groundswell.ingest.parse.PostFormats;
import io.groundswell.ingest.source.Envelope;
import io.groundswell.model.Position;
import java.time.Instant;

/**
 * Frames that their transport stamps, all of one source and format. For stamps the rules of the spool hold; a frame
 * without one is rejected as {@code bad-time}.
 */
public record StampedFrames(SpooledFrames spooled) implements FrameReading {
    /** What Kafka has where a record has no timestamp. */
    private static final long NONE = -1;

    public static StampedFrames of(String source, String format, PostFormats formats, Instant now) {
        return new StampedFrames(SpooledFrames.of(source, format, formats, now));
    }

    @Override
    public ParsedFrame read(Position position, byte[] line, Long stampMicros) {
        long received = stampMicros == null ? NONE : stampMicros;
        return spooled.read(position, new Envelope(received, spooled.source(), spooled.format(), line));
    }

    @Override
    public ParsedFrame readBroken(Position position, byte[] line, String fault) {
        return spooled.readBroken(position, line, fault);
    }
}
