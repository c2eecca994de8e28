package io.groundswell.ingest.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of CSV.
 *
 * @param values of its cells up to where it is not sound, that one included
 * @param isSound whether no quotation mark stands where none can or lacks its other
 */
record CsvLine(List<String> values, boolean isSound) {
    private static final char QUOTE = '"';

    /** Reads a line, of one with too many cells only one too many. */
    static CsvLine of(String line, char delimiter, int cells) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean isQuoted = false;
        boolean isClosed = false;
        boolean isSound = true;
        for (int i = 0; isSound && values.size() <= cells && i < line.length(); i++) {
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
                isSound = false;
            } else {
                value.append(c);
            }
        }
        values.add(value.toString());
        return new CsvLine(values, isSound && !isQuoted);
    }
}
