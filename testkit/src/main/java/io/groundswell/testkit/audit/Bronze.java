package io.groundswell.testkit.audit;

import io.groundswell.testkit.ledger.LedgerContent;
import io.groundswell.testkit.ledger.OfferedFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The frames of bronze.raw_posts.
 *
 * @param landed how often each frame is there, by its identity
 * @param positions where in the feed they stood
 * @param unaccounted those of which nothing became
 */
record Bronze(Map<String, Long> landed, Set<String> positions, long unaccounted) {

    static Bronze read(Path lake, Silver silver) throws IOException {
        Map<String, Long> landed = new HashMap<>();
        Set<String> positions = new HashSet<>();
        long[] unaccounted = new long[1];
        new LakeTable(lake.resolve("bronze/raw_posts"), List.of("position", "received_at", "payload")).forEach(row -> {
            byte[] payload = row.getBinary(2);
            landed.merge(OfferedFrame.identity(row.isNullAt(1) ? null : row.getLong(1), payload), 1L, Long::sum);
            String position = Silver.position(row);
            positions.add(position);
            if (!silver.accountsFor(position, payload)) {
                unaccounted[0]++;
            }
        });
        return new Bronze(landed, positions, unaccounted[0]);
    }

    long rows() {
        return landed.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns how many of these frames are missing; a frame may be wanted more than once. */
    long lost(Collection<OfferedFrame> acked) {
        Map<String, Long> left = new HashMap<>(landed);
        return acked.stream()
                .filter(frame -> left.merge(frame.identity(), -1L, Long::sum) < 0)
                .count();
    }

    /** Returns how many rows are copies of offered frames, beyond as often as they were offered. */
    long doubled(Collection<OfferedFrame> offered) {
        Map<String, Long> excess = new HashMap<>(landed);
        Set<String> known = new HashSet<>();
        for (OfferedFrame frame : offered) {
            excess.merge(frame.identity(), -1L, Long::sum);
            known.add(frame.identity());
        }
        return known.stream()
                .mapToLong(identity -> Math.max(0, excess.get(identity)))
                .sum();
    }

    /** Returns how many rows were never offered. */
    long phantom(Collection<OfferedFrame> offered) {
        Set<String> known = new HashSet<>();
        offered.forEach(frame -> known.add(frame.identity()));
        return landed.entrySet().stream()
                .filter(frame -> !known.contains(frame.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Returns the frames of a ledger that must be counted: those acked, and those that have landed without. */
    List<OfferedFrame> counted(LedgerContent ledger) {
        List<OfferedFrame> counted = new ArrayList<>();
        ledger.frames().forEach((number, frame) -> {
            if (ledger.acked().contains(number) || landed.containsKey(frame.identity())) {
                counted.add(frame);
            }
        });
        return counted;
    }
}
