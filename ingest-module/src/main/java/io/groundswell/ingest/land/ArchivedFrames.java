package io.groundswell.ingest.land;

import io.groundswell.ingest.parse.PostFormats;
import io.groundswell.ingest.parse.Reading;
import io.groundswell.ingest.parse.Reason;
import io.groundswell.model.Position;
import io.groundswell.table.Micros;
import java.time.Instant;
import java.util.Optional;

/**
 * Lines that are frames, stamped by the replay clock: a change was received when it was made, but never before the
 * source's frontier. A change that lies in the future can't be in an archive: it is rejected as {@code bad-time}, so
 * that it moves no frontier.
 *
 * @param format name of one of the formats
 * @param frontierMicros up to when the source had been received when the run started; {@link Long#MIN_VALUE} for none
 * @param nowMicros the end of the past
 */
public record ArchivedFrames(String source, String format, PostFormats formats, long frontierMicros, long nowMicros)
        implements FrameReading {

    public static ArchivedFrames of(
            String source, String format, PostFormats formats, Optional<Instant> frontier, Instant now) {
        return new ArchivedFrames(
                source, format, formats, frontier.map(Micros::of).orElse(Long.MIN_VALUE), Micros.of(now));
    }

    @Override
    public ParsedFrame read(Position position, byte[] line, Long stampMicros) {
        ParsedFrame.Frame frame = new ParsedFrame.Frame(source, position, format, line);
        Reading reading = formats.named(format).orElseThrow().read(line);
        if (reading instanceof Reading.Change change) {
            return read(frame, change);
        }
        return ParsedFrame.rejected(frame, null, (Reading.Rejection) reading);
    }

    private ParsedFrame read(ParsedFrame.Frame frame, Reading.Change change) {
        String field = change.change().field();
        if (change.changedAt() == null) {
            return ParsedFrame.rejected(frame, null, new Reading.Rejection(Reason.MISSING_FIELD, field));
        }
        long changed = Micros.of(change.changedAt());
        if (changed > nowMicros) {
            return ParsedFrame.rejected(frame, null, new Reading.Rejection(Reason.BAD_TIME, field));
        }
        return ParsedFrame.accepted(frame, Math.max(changed, frontierMicros), change);
    }

    @Override
    public ParsedFrame readBroken(Position position, byte[] line, String fault) {
        return ParsedFrame.rejected(
                new ParsedFrame.Frame(source, position, format, line),
                null,
                new Reading.Rejection(Reason.labelled(fault), null));
    }
}
