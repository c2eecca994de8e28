package io.groundswell.ingest.land;

import io.groundswell.change.AccountRemovals;
import io.groundswell.ingest.parse.Reading;
import io.groundswell.model.Position;
import io.groundswell.table.Micros;
import io.groundswell.table.Schemas;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * A frame and what it turned out to be: a rejection, with {@code reason}, or a change, with {@code op}. Times are in
 * microseconds since 1970.
 *
 * @param receivedMicros null where the frame has no received time
 * @param postId null in the removal of an account
 * @param lateBy in milliseconds, of the time that the source claims
 */
record ParsedFrame(
        String source,
        String lane,
        long offset,
        String format,
        Long receivedMicros,
        byte[] payload,
        String reason,
        String field,
        String op,
        String postId,
        String version,
        String authorId,
        Long createdMicros,
        Long lateBy,
        boolean isClamped,
        String text,
        String kind,
        String declaredLanguage,
        List<String> tags,
        List<String> mentions,
        List<String> links) {
    static final StructType SCHEMA = Schemas.of(ParsedFrame.class);

    /** A post can't have been written later than this after it was received. */
    private static final long MAX_AHEAD_MICROS = Micros.of(AccountRemovals.CLOCK_SLACK);

    private static final long MICROS_PER_MILLI = 1000;

    static ParsedFrame rejected(Frame frame, Long receivedMicros, Reading.Rejection why) {
        return new ParsedFrame(
                frame.source(),
                frame.position().lane(),
                frame.position().offset(),
                frame.format(),
                receivedMicros,
                frame.payload(),
                why.reason().label(),
                why.field(),
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static ParsedFrame accepted(Frame frame, long receivedMicros, Reading.Change change) {
        Long stated = change.createdAt() == null ? null : Micros.of(change.createdAt());
        boolean isClamped = stated != null && stated - receivedMicros > MAX_AHEAD_MICROS;
        Long created = isClamped ? Long.valueOf(receivedMicros) : stated;
        // Of a removal that tells no time each copy may be one of its own: better ended twice than not at all.
        String version =
                change.version() == null ? Micros.instant(receivedMicros).toString() : change.version();
        Reading.Content content = change.content();
        return new ParsedFrame(
                frame.source(),
                frame.position().lane(),
                frame.position().offset(),
                frame.format(),
                receivedMicros,
                frame.payload(),
                null,
                null,
                change.op(),
                change.postId(),
                version,
                change.authorId(),
                created,
                stated == null ? null : Math.floorDiv(receivedMicros - stated, MICROS_PER_MILLI),
                isClamped,
                content == null ? null : content.text(),
                content == null ? null : content.kind(),
                content == null ? null : content.language(),
                content == null ? null : content.tags(),
                content == null ? List.of() : content.mentions(),
                content == null ? List.of() : content.links());
    }

    /** Returns the values in the order of {@link #SCHEMA}; there are too many rows for reflection. */
    Row toRow() {
        return RowFactory.create(
                source,
                lane,
                offset,
                format,
                receivedMicros,
                payload,
                reason,
                field,
                op,
                postId,
                version,
                authorId,
                createdMicros,
                lateBy,
                isClamped,
                text,
                kind,
                declaredLanguage,
                array(tags),
                array(mentions),
                array(links));
    }

    private static String[] array(List<String> values) {
        return values == null ? null : values.toArray(String[]::new);
    }

    /** A frame before it is read. */
    record Frame(String source, Position position, String format, byte[] payload) {}
}
