package io.groundswell.ingest.land;

import io.groundswell.ingest.parse.Reading;
import io.groundswell.ingest.parse.Reason;
import io.groundswell.ingest.source.ErasedLine;
import io.groundswell.ingest.suppress.FrameErasure;
import io.groundswell.ingest.suppress.SuppressedIds;
import io.groundswell.model.Position;

/**
 * Lines of which some are of posts or authors that must not come back. Such a frame is rejected as {@code suppressed},
 * without payload and received time, as one is whose line was erased; in a frame of somebody else that names one the id is
 * masked before it is read. So what lands anew is what 'forget' left in the tables.
 *
 * @param source of an erased line that names none
 * @param format of an erased line that names none
 */
public record SuppressedFrames(FrameReading inner, FrameErasure erasure, String source, String format)
        implements FrameReading {
    private static final byte[] NOTHING = {};

    @Override
    public ParsedFrame read(Position position, byte[] line, Long stampMicros) {
        ErasedLine erased = ErasedLine.of(line).orElse(null);
        if (erased != null) {
            return erased.source() == null
                    ? suppressed(source, position, format)
                    : suppressed(erased.source(), position, erased.format());
        }
        ParsedFrame parsed = inner.read(position, line, stampMicros);
        byte[] left = left(parsed, line);
        if (left == null) {
            return parsed;
        }
        if (left.length > 0 && parsed.op() != null) {
            ParsedFrame masked = inner.read(position, left, stampMicros);
            if (masked.op() != null && left(masked, left) == null) {
                return masked;
            }
        }
        return left.length > 0 && parsed.op() == null
                ? withPayload(parsed, left)
                : suppressed(parsed.source(), position, parsed.format());
    }

    @Override
    public ParsedFrame readBroken(Position position, byte[] line, String fault) {
        ParsedFrame broken = inner.readBroken(position, line, fault);
        return left(broken, line) == null ? broken : suppressed(broken.source(), position, broken.format());
    }

    /** What is left of the line, or, of a frame that is rejected, of its payload. Most frames are read once. */
    private byte[] left(ParsedFrame parsed, byte[] line) {
        SuppressedIds ids = erasure.ids();
        if (ids.isEmpty()) {
            return null;
        }
        if (ids.isPost(parsed.source(), parsed.postId()) || ids.isAuthor(parsed.source(), parsed.authorId())) {
            return NOTHING;
        }
        if (parsed.op() == null) {
            return erasure.left(parsed.source(), parsed.format(), parsed.payload());
        }
        return ids.in(parsed.source(), parsed.payload()).any()
                ? erasure.leftOfLine(parsed.source(), parsed.format(), parsed.payload(), line)
                : null;
    }

    private static ParsedFrame withPayload(ParsedFrame parsed, byte[] payload) {
        return ParsedFrame.rejected(
                new ParsedFrame.Frame(
                        parsed.source(), new Position(parsed.lane(), parsed.offset()), parsed.format(), payload),
                parsed.receivedMicros(),
                new Reading.Rejection(Reason.labelled(parsed.reason()), parsed.field()));
    }

    private static ParsedFrame suppressed(String source, Position position, String format) {
        return ParsedFrame.rejected(
                new ParsedFrame.Frame(source, position, format, NOTHING),
                null,
                new Reading.Rejection(Reason.SUPPRESSED, null));
    }
}
