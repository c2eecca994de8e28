package io.groundswell.app.doctor;

import io.groundswell.table.Catalogue;
import io.groundswell.table.Micros;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** How far the decisions of 'detect-trends' lie behind what 'ingest' has received. */
record LagCheck() implements Check {
    /** A window of an hour is decided at its end at the earliest. */
    private static final Duration BOUND = Duration.ofMinutes(75);
    /** A source that lies further back than this behind the newest holds no decision up. */
    private static final Duration LIVE = Duration.ofMinutes(10);

    @Override
    public String name() {
        return "lag";
    }

    @Override
    public List<Finding> examine(Patient patient) {
        OptionalLong decided = patient.table(Catalogue.TERM_COUNTS)
                .content()
                .map(table -> table.transaction("detect-trends"))
                .orElse(OptionalLong.empty());
        return findings(patient.table(Catalogue.FRONTIERS).rows(), decided);
    }

    /**
     * @param frontiers rows of ops.frontiers
     * @param decided the newest moment whose decisions are made, in microseconds
     */
    static List<Finding> findings(List<Map<String, Object>> frontiers, OptionalLong decided) {
        Map<String, Instant> inputs = new TreeMap<>();
        for (Map<String, Object> row : frontiers) {
            inputs.merge(
                    row.get("source") + " " + row.get("input"),
                    Instant.parse((String) row.get("received_through")),
                    (a, b) -> a.isAfter(b) ? a : b);
        }
        if (inputs.isEmpty()) {
            return List.of(Finding.ok("Nothing has been received yet"));
        }
        Instant newest = inputs.values().stream().max(Instant::compareTo).orElseThrow();
        Instant received = inputs.values().stream()
                .filter(through -> !through.isBefore(newest.minus(LIVE)))
                .min(Instant::compareTo)
                .orElseThrow();
        String cure = "Run 'detect-trends', or let it go on: 'detect-trends --trigger 2s'.";
        if (decided.isEmpty()) {
            return List.of(Finding.warning(
                    "Posts are received through %s, and no window is decided.".formatted(received),
                    "Nothing can trend.",
                    cure));
        }
        Duration behind = Duration.between(Micros.instant(decided.getAsLong()), received);
        if (behind.compareTo(BOUND) > 0) {
            return List.of(Finding.warning(
                    "Decisions end at %s, and posts are received through %s."
                            .formatted(Micros.instant(decided.getAsLong()), received),
                    "'trends' shows nothing of the %,d minutes between.".formatted(behind.toMinutes()),
                    cure));
        }
        return List.of(Finding.ok("Decisions end at %s, posts are received through %s"
                .formatted(Micros.instant(decided.getAsLong()), received)));
    }
}
