package io.groundswell.ingest.topic;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Offsets of a partition that were gone from the broker before they were read.
 *
 * @param from the first that is gone
 * @param to the first that is there again
 */
record Hole(int partition, long from, long to) {

    /** Returns holes as a message names them. */
    static String list(List<Hole> holes) {
        return holes.stream()
                .map(hole -> "offsets %d to %d of partition %d".formatted(hole.from(), hole.to() - 1, hole.partition()))
                .collect(Collectors.joining(", "));
    }
}
