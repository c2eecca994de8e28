package io.groundswell.trends.evaluate;

import java.util.Arrays;
import java.util.List;

/** Gathers the windows of a term in their order. */
final class SeriesBuilder {
    private static final int COLUMNS = 6;

    private final TermName name;
    private final int[][] columns = new int[COLUMNS][4];
    private int size;

    SeriesBuilder(TermName name) {
        this.name = name;
    }

    void add(int... values) {
        if (size == columns[0].length) {
            for (int i = 0; i < COLUMNS; i++) {
                columns[i] = Arrays.copyOf(columns[i], size * 2);
            }
        }
        for (int i = 0; i < COLUMNS; i++) {
            columns[i][size] = values[i];
        }
        size++;
    }

    /** Returns the series without leaders. */
    TermSeries build() {
        return new TermSeries(name, column(0), column(1), column(2), column(3), column(4), new TermName[size]);
    }

    /** Returns the series, with leaders by their numbers in a list. */
    TermSeries build(List<TermName> leaders) {
        int[] numbers = column(5);
        TermName[] its = new TermName[size];
        for (int i = 0; i < size; i++) {
            its[i] = numbers[i] < 0 ? null : leaders.get(numbers[i]);
        }
        return new TermSeries(name, column(0), column(1), column(2), column(3), column(4), its);
    }

    private int[] column(int number) {
        return Arrays.copyOf(columns[number], size);
    }
}
