package io.groundswell.app.command;

import io.groundswell.job.PlatformException;
import io.groundswell.trends.TrendSettings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The widths of windows that are counted. */
final class CountedWidths {
    private CountedWidths() {}

    /**
     * Returns a width in seconds as the one of a list; all that are counted where none is named.
     *
     * @param named null for all
     * @throws PlatformException if windows of it are not counted
     */
    static List<Integer> of(TrendSettings settings, Duration named) {
        if (named != null && !settings.widths().contains(named)) {
            throw PlatformException.usage("Windows of %s are not counted: name one of %s (setting trends.widths)."
                    .formatted(
                            text(named),
                            settings.widths().stream().map(CountedWidths::text).collect(Collectors.joining(", "))));
        }
        return named == null ? settings.widthSeconds() : List.of(Math.toIntExact(named.toSeconds()));
    }

    private static String text(Duration width) {
        return width.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
