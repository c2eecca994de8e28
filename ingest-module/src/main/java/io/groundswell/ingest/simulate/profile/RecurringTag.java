package io.groundswell.ingest.simulate.profile;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Set;

/**
 * A tag that comes back on its days at its time, rises and goes again.
 *
 * @param name what its first part is called, in lower-case ASCII
 * @param days on which it starts
 * @param at when it starts, in UTC
 * @param peak expected distinct authors in 5 minutes at its height, which it has in the middle
 */
public record RecurringTag(String name, Set<DayOfWeek> days, LocalTime at, Duration length, double peak) {

    public RecurringTag {
        days = Set.copyOf(days);
    }
}
