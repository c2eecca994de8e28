package io.groundswell.app.output;

import java.util.ArrayList;
import java.util.List;

/** A table in plain text: columns as wide as their widest cell, numbers to the right. */
public final class TextTable {
    private final List<String[]> rows = new ArrayList<>();

    public TextTable(String... header) {
        rows.add(header);
    }

    public TextTable row(Object... cells) {
        String[] texts = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            boolean isWhole = cells[i] instanceof Long || cells[i] instanceof Integer;
            texts[i] = isWhole ? "%,d".formatted(((Number) cells[i]).longValue()) : String.valueOf(cells[i]);
        }
        rows.add(texts);
        return this;
    }

    /** Returns the lines, without an end of line after the last; only the header where there are no rows. */
    public String render(String indent) {
        int columns = rows.get(0).length;
        int[] widths = new int[columns];
        boolean[] isNumeric = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            isNumeric[column] = rows.size() > 1;
            for (int row = 0; row < rows.size(); row++) {
                String cell = rows.get(row)[column];
                widths[column] = Math.max(widths[column], Width.of(cell));
                isNumeric[column] &= row == 0 || cell.matches("[-+×]?[0-9][0-9,.]*[%s]?|");
            }
        }
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int column = 0; column < columns; column++) {
                String padding = " ".repeat(widths[column] - Width.of(row[column]));
                line.append(isNumeric[column] ? padding + row[column] : row[column] + padding);
                line.append("  ");
            }
            lines.add(line.toString().stripTrailing());
        }
        return String.join(System.lineSeparator(), lines);
    }
}
