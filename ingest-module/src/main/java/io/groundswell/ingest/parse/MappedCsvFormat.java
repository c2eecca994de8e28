package io.groundswell.ingest.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lines of CSV (RFC 4180), one a post, whose columns have the names of the settings. A line is a frame, so a quoted
 * value can't hold a line break, and the header has to be told.
 */
final class MappedCsvFormat implements PostFormat {
    private static final char QUOTE = '"';

    private final ColumnSettings columns;
    private final char delimiter;

    MappedCsvFormat(ColumnSettings columns) {
        this.columns = columns;
        this.delimiter = columns.delimiter().charAt(0);
    }

    @Override
    public Reading read(byte[] frame) {
        if (frame.length > MAX_FRAME_BYTES) {
            return new Reading.Rejection(Reason.TOO_LONG, null);
        }
        try {
            String line = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(frame))
                    .toString();
            Optional<List<String>> values = values(line);
            if (values.isEmpty()) {
                return new Reading.Rejection(Reason.MALFORMED_CSV, null);
            }
            return post(values.get()).change();
        } catch (CharacterCodingException e) {
            return new Reading.Rejection(Reason.INVALID_UTF8, null);
        } catch (UnreadableFrame e) {
            return e.rejection();
        }
    }

    private MappedPost post(List<String> values) throws UnreadableFrame {
        if (values.size() != columns.header().size()) {
            throw new UnreadableFrame(Reason.UNKNOWN_SHAPE, null);
        }
        MappedPost post = new MappedPost(columns);
        for (int i = 0; i < values.size(); i++) {
            post.put(columns.header().get(i), values.get(i));
        }
        return post;
    }

    /** Returns the line's values; empty where a quotation mark stands where none can. */
    private Optional<List<String>> values(String line) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean isQuoted = false;
        boolean isClosed = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (isQuoted) {
                if (c != QUOTE) {
                    value.append(c);
                } else if (i + 1 < line.length() && line.charAt(i + 1) == QUOTE) {
                    value.append(line.charAt(++i)); // doubled, it stands for itself
                } else {
                    isQuoted = false;
                    isClosed = true;
                }
            } else if (c == delimiter) {
                values.add(value.toString());
                value.setLength(0);
                isClosed = false;
            } else if (c == QUOTE && value.length() == 0 && !isClosed) {
                isQuoted = true;
            } else if (c == QUOTE || isClosed) {
                return Optional.empty();
            } else {
                value.append(c);
            }
        }
        values.add(value.toString());
        return isQuoted ? Optional.empty() : Optional.of(values);
    }
}
