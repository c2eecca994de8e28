package io.groundswell.app.output;

import java.util.Map;

/**
 * Where standard error goes.
 *
 * @param isLive whether a line there can be written over
 * @param width in columns
 */
public record Terminal(boolean isLive, int width, boolean isColoured) {
    /** A file or a pipe. */
    public static final Terminal NONE = new Terminal(false, 0, false);

    private static final int LEAST = 20;
    private static final int USUAL = 80;

    /**
     * Returns what the launcher saw, which alone can tell: Java knows of standard input and output, not of errors.
     *
     * @param columns its width in columns; null where it is no terminal, empty where its width is not known
     */
    public static Terminal of(String columns, Map<String, String> environment) {
        if (columns == null || environment.getOrDefault("TERM", "dumb").equals("dumb")) {
            return NONE;
        }
        int width = columns.matches("\\d{1,4}") ? Integer.parseInt(columns) : USUAL;
        boolean isColoured = environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(true, width < LEAST ? USUAL : width, isColoured);
    }
}
