package io.groundswell.ingest.parse;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Lines of CSV (RFC 4180), one a post, whose columns have the names of the settings. A line is a frame, so a quoted
 * value can't hold a line break, and the header has to be told.
 */
final class MappedCsvFormat implements PostFormat {
    private final ColumnSettings columns;
    private final ChangeColumns changes;
    private final char delimiter;

    MappedCsvFormat(ColumnSettings columns, ChangeColumns changes) {
        this.columns = columns;
        this.changes = changes;
        this.delimiter = columns.delimiter().charAt(0);
    }

    @Override
    public Reading read(byte[] frame) {
        if (frame.length > MAX_FRAME_BYTES) {
            return new Reading.Rejection(Reason.TOO_LONG, null);
        }
        CharBuffer line = CharBuffer.allocate(frame.length);
        CoderResult end = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(frame), line, true);
        CsvLine cells =
                CsvLine.of(line.flip().toString(), delimiter, columns.header().size());
        try {
            if (end.isError()) {
                throw new UnreadableFrame(
                        Reason.INVALID_UTF8, column(cells.values().size() - 1));
            }
            if (!cells.isSound()) {
                throw new UnreadableFrame(
                        Reason.MALFORMED_CSV, column(cells.values().size() - 1));
            }
            return post(cells.values()).change();
        } catch (UnreadableFrame e) {
            return e.rejection();
        }
    }

    private MappedPost post(List<String> values) throws UnreadableFrame {
        if (values.size() != columns.header().size()) {
            throw new UnreadableFrame(Reason.UNKNOWN_SHAPE, column(values.size()));
        }
        MappedPost post = new MappedPost(columns, changes);
        for (int i = 0; i < values.size(); i++) {
            post.put(columns.header().get(i), values.get(i));
        }
        return post;
    }

    /** Returns a column's name; null where the line has more columns than the header. */
    private String column(int index) {
        return index < columns.header().size() ? columns.header().get(index) : null;
    }
}
