package io.groundswell.app.finding;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max_by;

import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The distinct authors of terms over time, from gold.term_counts, in as many points as a line of text has room for. */
record TermSeries(Lake lake, AsOf asOf) {
    private static final int BEFORE = 12;
    private static final int AFTER = 8;
    private static final int POINTS = 32;

    private record Key(String kind, String term, int width) {}

    List<TrendFinding> addTo(SparkSession spark, List<TrendFinding> findings) {
        if (findings.isEmpty()) {
            return findings;
        }
        Map<Key, Map<Instant, Long>> counts = counts(spark, findings);
        return findings.stream()
                .map(finding -> finding.withSeries(series(finding, counts.getOrDefault(key(finding), Map.of()))))
                .toList();
    }

    private Map<Key, Map<Instant, Long>> counts(SparkSession spark, List<TrendFinding> findings) {
        Object[] terms = findings.stream().map(TrendFinding::term).distinct().toArray();
        Map<Key, Map<Instant, Long>> counts = new HashMap<>();
        List<Row> rows = lake.table(Catalogue.TERM_COUNTS)
                .read(spark)
                .where(col("term").isin(terms).and(asOf.has()))
                .groupBy("kind", "term", "window_width", "window_start")
                .agg(max_by(col("authors"), col("decided_at")).as("authors"))
                .collectAsList();
        for (Row row : rows) {
            counts.computeIfAbsent(new Key(row.getString(0), row.getString(1), row.getInt(2)), any -> new HashMap<>())
                    .put(row.<Timestamp>getAs("window_start").toInstant(), row.<Long>getAs("authors"));
        }
        return counts;
    }

    private static Key key(TrendFinding finding) {
        return new Key(finding.kind(), finding.term(), (int) finding.width().toSeconds());
    }

    private static List<Long> series(TrendFinding finding, Map<Instant, Long> counts) {
        Duration width = finding.width();
        Instant from = finding.start().minus(width.multipliedBy(BEFORE));
        long windows = Duration.between(from, finding.end()).dividedBy(width) + AFTER;
        long together = Math.max(1, (windows + POINTS - 1) / POINTS);
        List<Long> series = new ArrayList<>();
        for (long point = 0; point * together < windows; point++) {
            long most = 0;
            for (long i = point * together; i < (point + 1) * together; i++) {
                most = Math.max(most, counts.getOrDefault(from.plus(width.multipliedBy(i)), 0L));
            }
            series.add(most);
        }
        return series;
    }
}
