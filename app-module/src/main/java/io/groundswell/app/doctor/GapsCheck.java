package io.groundswell.app.doctor;

import io.groundswell.table.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Which holes feeds have, of late or still open: without a frame behind them yet. */
record GapsCheck() implements Check {
    private static final Duration OF_LATE = Duration.ofDays(7);

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
        List<Finding> found = gaps.stream()
                .filter(gap -> isOfLate(gap, now))
                .map(gap -> Finding.warning(
                        "%s, lane %s: a hole from %s to %s%s."
                                .formatted(
                                        gap.get("source"),
                                        gap.get("lane"),
                                        shown(gap.get("from_received")),
                                        shown(gap.get("to_received")),
                                        isOpen(gap) ? ", still open" : ""),
                        "The feed's server no longer had these frames, so counts of that time are too low: its windows are masked.",
                        isOpen(gap)
                                ? "Run 'ingest' with --on-gap continue to go on behind it; raise the topic's retention."
                                : "Nothing brings them back; raise the topic's retention, or run 'ingest' more often."))
                .toList();
        return found.isEmpty()
                ? List.of(Finding.ok(gaps.isEmpty() ? "No feed has a hole" : "%d old holes".formatted(gaps.size())))
                : found;
    }

    private static boolean isOpen(Map<String, Object> gap) {
        return gap.get("to_received") == null;
    }

    private static boolean isOfLate(Map<String, Object> gap, Instant now) {
        return Instant.parse(String.valueOf(gap.get("found_at"))).isAfter(now.minus(OF_LATE));
    }

    private static Object shown(Object time) {
        return time == null ? "an unknown time" : time;
    }
}
