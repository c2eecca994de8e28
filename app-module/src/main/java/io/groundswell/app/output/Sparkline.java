package io.groundswell.app.output;

import java.util.List;

/** A series as one line of block characters, lowest at zero. */
public final class Sparkline {
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";

    private static final char NONE = '·';

    private Sparkline() {}

    /** Returns a character a value; the largest value takes the whole height, zero the least. */
    public static String of(List<? extends Number> values) {
        return of(
                values,
                values.stream()
                        .mapToDouble(Number::doubleValue)
                        .filter(value -> !Double.isNaN(value))
                        .max()
                        .orElse(0));
    }

    /**
     * Returns a character a value, a dot where it is not a number.
     *
     * @param top the value that takes the whole height, so that lines can be compared; none is greater
     */
    public static String of(List<? extends Number> values, double top) {
        StringBuilder line = new StringBuilder();
        for (Number value : values) {
            double share = top <= 0 ? 0 : Math.max(0, value.doubleValue()) / top;
            boolean isNone = Double.isNaN(value.doubleValue());
            line.append(isNone ? NONE : BLOCKS.charAt((int) Math.round(share * (BLOCKS.length() - 1))));
        }
        return line.toString();
    }
}
