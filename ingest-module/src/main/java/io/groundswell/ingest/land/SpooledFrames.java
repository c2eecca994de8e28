package io.groundswell.ingest.land;

import io.groundswell.ingest.parse.PostFormats;
import io.groundswell.ingest.parse.Reading;
import io.groundswell.ingest.parse.Reason;
import io.groundswell.ingest.parse.UnreadableFrame;
import io.groundswell.ingest.source.Envelope;
import io.groundswell.model.Position;
import io.groundswell.table.Micros;
import java.time.Duration;
import java.time.Instant;

/**
 * Lines that are a gateway's envelopes, with the gateway's stamp. A line that is no envelope is rejected whole, under
 * the settings' source. A stamp before 1970 or more than ten minutes ahead of our clock is no clock's: the
 * frame is rejected as {@code bad-time}, so that it moves no watermark.
 */
public record SpooledFrames(String source, String format, PostFormats formats, long latestMicros)
        implements FrameReading {
    private static final Duration MAX_AHEAD = Duration.ofMinutes(10);

    public static SpooledFrames of(String source, String format, PostFormats formats, Instant now) {
        return new SpooledFrames(source, format, formats, Micros.of(now.plus(MAX_AHEAD)));
    }

    @Override
    public ParsedFrame read(Position position, byte[] line, Long stampMicros) {
        try {
            return read(position, Envelope.decode(line));
        } catch (UnreadableFrame e) {
            return rejected(position, line, Reason.BAD_ENVELOPE, e.rejection().field());
        }
    }

    ParsedFrame read(Position position, Envelope envelope) {
        ParsedFrame.Frame frame =
                new ParsedFrame.Frame(envelope.source(), position, envelope.format(), envelope.frame());
        long received = envelope.receivedMicros();
        if (received < 0 || received > latestMicros) {
            return ParsedFrame.rejected(frame, null, new Reading.Rejection(Reason.BAD_TIME, "received_at"));
        }
        Reading reading = formats.named(envelope.format())
                .map(known -> known.read(envelope.frame()))
                .orElseGet(() -> new Reading.Rejection(Reason.UNKNOWN_FORMAT, "format"));
        if (reading instanceof Reading.Change change) {
            return ParsedFrame.accepted(frame, received, change);
        }
        return ParsedFrame.rejected(frame, received, (Reading.Rejection) reading);
    }

    @Override
    public ParsedFrame readBroken(Position position, byte[] line, String fault) {
        return rejected(position, line, Reason.labelled(fault), null);
    }

    private ParsedFrame rejected(Position position, byte[] line, Reason reason, String field) {
        return ParsedFrame.rejected(
                new ParsedFrame.Frame(source, position, format, line), null, new Reading.Rejection(reason, field));
    }
}
