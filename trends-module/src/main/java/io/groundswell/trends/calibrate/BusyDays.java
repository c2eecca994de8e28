package io.groundswell.trends.calibrate;

import io.groundswell.table.Micros;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The days (UTC) on which a feed was there: those with a tenth of the authors of the busiest at least, summed up over their
 * windows. Others have stray posts, of a clock that is wrong or of an old archive: what is shifted to them would be a
 * surprise whatever it is.
 */
record BusyDays(Map<Long, Long> authors, double least) {
    private static final long DAY = Micros.of(Duration.ofDays(1));
    private static final double LEAST_SHARE = 0.1;

    BusyDays {
        authors = Map.copyOf(authors);
    }

    /** How many wrote in a window, by its start in microseconds. */
    record Total(long window, long authors) {}

    static BusyDays of(Collection<Total> totals) {
        Map<Long, Long> authors = new HashMap<>();
        totals.forEach(total -> authors.merge(Math.floorDiv(total.window(), DAY), total.authors(), Long::sum));
        long most = authors.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return new BusyDays(authors, LEAST_SHARE * most);
    }

    boolean has(Total total) {
        return authors.get(Math.floorDiv(total.window(), DAY)) >= least;
    }
}
