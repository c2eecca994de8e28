package io.groundswell.app.doctor;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.groundswell.table.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which holes feeds have, of late or still open: without a frame behind them yet. Each source's are told as one. */
record GapsCheck() implements Check {
    private static final Duration OF_LATE = Duration.ofDays(7);
    private static final String WHY =
            "What did not come is missing from the counts of that time: its windows are masked, raise no alarm and teach nothing.";

    @Override
    public String name() {
        return "gaps";
    }

    @Override
    public List<Finding> examine(Patient patient) {
        return findings(patient.table(Catalogue.GAPS).rows(), patient.now());
    }

    /** @param gaps rows of ops.gaps */
    static List<Finding> findings(List<Map<String, Object>> gaps, Instant now) {
        Map<String, List<Map<String, Object>>> ofLate = gaps.stream()
                .filter(gap -> end(gap).isAfter(now.minus(OF_LATE)))
                .sorted(comparing(GapsCheck::end))
                .collect(groupingBy(gap -> String.valueOf(gap.get("source")), TreeMap::new, toList()));
        if (ofLate.isEmpty()) {
            return List.of(Finding.ok(gaps.isEmpty() ? "No feed has a hole" : "%d old holes".formatted(gaps.size())));
        }
        return ofLate.values().stream()
                .map(holes -> Finding.warning(what(holes), WHY, cure(holes)))
                .toList();
    }

    private static String what(List<Map<String, Object>> holes) {
        Map<String, Object> newest = holes.get(holes.size() - 1);
        String hole = "%s, lane %s: a hole from %s to %s%s"
                .formatted(
                        newest.get("source"),
                        newest.get("lane"),
                        shown(newest.get("from_received")),
                        shown(newest.get("to_received")),
                        isOpen(newest) ? ", still open" : "");
        return holes.size() == 1 ? hole + "." : "%s, and %d before it.".formatted(hole, holes.size() - 1);
    }

    private static String cure(List<Map<String, Object>> holes) {
        if (holes.stream().anyMatch(GapsCheck::isOpen)) {
            return "Run 'ingest' with --on-gap continue to go on behind it; raise the topic's retention.";
        }
        return holes.stream().allMatch(gap -> gap.get("from_offset") == null)
                ? "See whether the gateway or its feed was away then; what its spool or topic gets later is counted, and stays masked."
                : "Nothing brings them back; raise the topic's retention, or run 'ingest' more often.";
    }

    private static boolean isOpen(Map<String, Object> gap) {
        return gap.get("to_received") == null;
    }

    /** When something came again; of a hole that is open, when it was found. */
    private static Instant end(Map<String, Object> gap) {
        return Instant.parse(String.valueOf(gap.get(isOpen(gap) ? "found_at" : "to_received")));
    }

    private static Object shown(Object time) {
        return time == null ? "an unknown time" : time;
    }
}
