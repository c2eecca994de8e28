package io.groundswell.app.output;

import java.util.List;

/** A series as one line of block characters, lowest at zero. */
public final class Sparkline {
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";

    private Sparkline() {}

    /** Returns a character a value; the largest value takes the whole height, zero the least. */
    public static String of(List<? extends Number> values) {
        double top = values.stream().mapToDouble(Number::doubleValue).max().orElse(0);
        StringBuilder line = new StringBuilder();
        for (Number value : values) {
            double share = top <= 0 ? 0 : Math.max(0, value.doubleValue()) / top;
            line.append(BLOCKS.charAt((int) Math.round(share * (BLOCKS.length() - 1))));
        }
        return line.toString();
    }
}
