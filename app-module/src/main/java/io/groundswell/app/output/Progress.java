package io.groundswell.app.output;

/**
 * How far a step is.
 *
 * @param done what is counted, so far; 0 while nothing is
 * @param total of it; 0 where that is not known
 * @param unit what is counted, such as {@code posts}
 */
public record Progress(String step, double seconds, long done, long total, String unit) {
    private static final String SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    private static final int TURNS_PER_SECOND = 5;
    private static final int BAR = 24;
    private static final String DIM = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";

    /**
     * Returns the line that shows it: on a terminal what changes with time, at most as wide as it, and elsewhere what is
     * said once, as the step begins.
     */
    public String render(Terminal terminal) {
        if (!terminal.isLive()) {
            return total > 0
                    ? "%-13s writing %,d %s …".formatted(step, total, unit)
                    : "%-13s running …".formatted(step);
        }
        String time = "%6.1f s".formatted(seconds);
        String line = total > 0
                ? "%-13s %s  %s %3d %%".formatted(step, time, bar(), percent())
                : "%-13s %s  %s%s".formatted(step, time, spinner(), done > 0 ? " %s %,d".formatted(unit, done) : "");
        String cut = line.substring(0, Math.min(line.length(), terminal.width() - 1));
        return terminal.isColoured() ? DIM + cut + PLAIN : cut;
    }

    private long percent() {
        return Math.min(100, 100 * done / total);
    }

    private String bar() {
        int full = (int) (BAR * percent() / 100);
        return "█".repeat(full) + "░".repeat(BAR - full);
    }

    private char spinner() {
        return SPINNER.charAt((int) (seconds * TURNS_PER_SECOND) % SPINNER.length());
    }
}
