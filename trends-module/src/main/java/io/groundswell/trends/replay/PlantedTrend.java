package io.groundswell.trends.replay;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A trend that a feed is known to hold.
 *
 * @param term the canonical form
 * @param start when the first of its posts was written
 * @param end when the last of them was
 * @param strength of the plant, in the simulator's measure
 * @param companions other terms, of whatever kind, that its posts carry by design
 */
public record PlantedTrend(
        String kind, String term, Instant start, Instant end, double strength, List<String> companions) {

    public PlantedTrend {
        companions = List.copyOf(companions);
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("A planted trend must end after " + start + ", ended " + end);
        }
    }

    public PlantedTrend(String kind, String term, Instant start, Instant end, double strength) {
        this(kind, term, start, end, strength, List.of());
    }

    /** Returns the terms that trend because of this plant: itself, its companions and the words of each. */
    Set<String> terms() {
        return Stream.concat(Stream.of(term), companions.stream())
                .flatMap(each -> Stream.concat(Stream.of(each), Stream.of(each.split(" "))))
                .collect(Collectors.toUnmodifiableSet());
    }
}
