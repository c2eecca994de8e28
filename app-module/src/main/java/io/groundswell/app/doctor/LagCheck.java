package io.groundswell.app.doctor;

import io.groundswell.table.Catalogue;
import io.groundswell.table.Micros;
import io.groundswell.trends.DetectTrends;
import io.groundswell.trends.ReceivedThrough;
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

    @Override
    public String name() {
        return "lag";
    }

    @Override
    public List<Finding> examine(Patient patient) {
        OptionalLong decided = patient.table(Catalogue.TERM_COUNTS)
                .content()
                .map(table -> table.transaction(DetectTrends.NAME))
                .orElse(OptionalLong.empty());
        return findings(patient.table(Catalogue.FRONTIERS).rows(), decided);
    }

    /**
     * @param frontiers rows of ops.frontiers
     * @param decided the newest moment whose decisions are made, in microseconds
     */
    static List<Finding> findings(List<Map<String, Object>> frontiers, OptionalLong decided) {
        Map<String, Long> inputs = new TreeMap<>();
        for (Map<String, Object> row : frontiers) {
            inputs.merge(
                    row.get("source") + " " + row.get("input"),
                    Micros.of(Instant.parse((String) row.get("received_through"))),
                    Math::max);
        }
        OptionalLong watermark = ReceivedThrough.watermark(inputs.values());
        if (watermark.isEmpty()) {
            return List.of(Finding.ok("Nothing has been received yet"));
        }
        Instant received = Micros.instant(watermark.getAsLong());
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
