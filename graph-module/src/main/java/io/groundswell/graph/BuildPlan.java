package io.groundswell.graph;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * What a run has to do.
 *
 * @param isDone whether there is nothing to do: all is known to be built
 * @param windows starts of the windows to build, those whose posts have gone among them
 * @param condition of the rows that they replace
 * @param built what is built when it is done
 */
record BuildPlan(boolean isDone, List<Instant> windows, String condition, BuiltWindows built) {

    /**
     * Plans a run.
     *
     * @param before what is built; empty where nobody knows, so that all is built and all old rows go
     * @param prints of the windows that there are
     */
    static BuildPlan of(GraphSettings settings, Optional<BuiltWindows> before, List<Row> prints) {
        BuiltWindows now = BuiltWindows.of(settings, prints);
        Instant from = now.newest(settings.windows());
        BuiltWindows old = before.orElseGet(() -> BuiltWindows.of(settings, List.of()));
        List<Instant> stale = old.stale(now, from);
        String which = before.isPresent()
                ? stale.stream().map(BuildPlan::literal).collect(Collectors.joining(", ", "window_start IN (", ")"))
                : "window_start >= " + literal(from);
        return new BuildPlan(
                before.isPresent() && stale.isEmpty(),
                stale,
                "window_width = %d AND %s".formatted(settings.width(), which),
                old.with(now, from));
    }

    private static String literal(Instant instant) {
        return "TIMESTAMP '" + instant + "'";
    }
}
