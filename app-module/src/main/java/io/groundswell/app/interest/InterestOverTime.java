package io.groundswell.app.interest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;

import io.groundswell.app.finding.CountedSpan;
import io.groundswell.app.finding.NamedTerm;
import io.groundswell.app.interest.InterestSeries.Point;
import io.groundswell.job.PlatformException;
import io.groundswell.model.TermCount;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.trends.KnownHoles;
import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.score.Holes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The interest in terms over time: of each stretch the share of its authors that wrote the term, on a scale on which the
 * greatest share of all terms and stretches is 100. Windows that a hole touches are left out.
 *
 * @param widths of the windows that are counted, in seconds
 */
public record InterestOverTime(Lake lake, List<Integer> widths) {
    /** Where no beginning is named: a week of hours. */
    private static final int DEFAULT_STRETCHES = 168;

    /**
     * Which time is asked for.
     *
     * @param from null for 168 stretches before {@code to}, or since the counts begin
     * @param to null for the end of the newest window that was decided
     * @param scope {@code all}, {@code language:xx} or {@code source:xx}
     */
    public record Asked(Instant from, Instant to, Duration by, String scope) {}

    private record Key(String kind, String term) {
        static final Key TOTAL = new Key(TermCount.TOTAL, "");
    }

    /** What the newest decision says of a window. */
    private record Known(long decided, long authors) {}

    /**
     * Returns a series a term, in the order in which they are named.
     *
     * @throws PlatformException if a term was not counted in this time, or may be of more than one kind
     */
    public List<InterestSeries> of(SparkSession spark, List<NamedTerm> terms, Asked asked) {
        Buckets buckets = buckets(CountedSpan.of(spark, lake, asked.scope()), asked);
        Map<Key, Map<Long, Known>> counts = counts(spark, terms, asked.scope(), buckets);
        Holes holes = new KnownHoles(lake).now(spark).in(asked.scope());
        String where = "in gold.term_counts, scope %s, from %s to %s"
                .formatted(asked.scope(), Micros.instant(buckets.from()), Micros.instant(buckets.to()));
        Map<Key, InterestSeries> series = new LinkedHashMap<>();
        for (NamedTerm term : terms) {
            List<String> found = counts.keySet().stream()
                    .filter(key -> term.isNamed(key.kind(), key.term()))
                    .map(Key::kind)
                    .toList();
            String kind = term.kind(found, where);
            Key key = new Key(kind, term.forms().get(kind));
            List<Point> points = buckets.starts().stream()
                    .map(start -> point(buckets, start, counts, key, holes))
                    .toList();
            series.put(key, new InterestSeries(key.kind(), key.term(), points));
        }
        return InterestSeries.scaled(series.values());
    }

    private Buckets buckets(CountedSpan span, Asked asked) {
        int width = Math.toIntExact(asked.by().toSeconds());
        int windowWidth = Buckets.windowWidth(asked.by(), widths);
        long decided = span.newestWindow(windowWidth, span.decided()) + Decisions.widthMicros(windowWidth);
        long to = asked.to() == null ? decided : Math.min(decided, Micros.of(asked.to()));
        long from =
                asked.from() == null ? to - DEFAULT_STRETCHES * Decisions.widthMicros(width) : Micros.of(asked.from());
        if (span.decided() == 0 || Math.max(from, span.from()) >= to) {
            throw PlatformException.usage(
                    "Nothing was counted from %s to %s: gold.term_counts has windows from %s to %s. Name another --from and --to."
                            .formatted(
                                    Micros.instant(from),
                                    asked.to() == null ? Micros.instant(to) : asked.to(),
                                    Micros.instant(span.from()),
                                    Micros.instant(decided)));
        }
        Buckets all = new Buckets(Math.max(from, span.from()), to, width, windowWidth);
        return new Buckets(all.start(all.from()), to, width, windowWidth);
    }

    private Map<Key, Map<Long, Known>> counts(
            SparkSession spark, List<NamedTerm> terms, String scope, Buckets buckets) {
        Column isAsked =
                terms.stream().map(NamedTerm::isNamed).reduce(col("kind").equalTo(TermCount.TOTAL), Column::or);
        List<Row> rows = lake.table(Catalogue.TERM_COUNTS)
                .read(spark)
                .where(col("window_start").geq(lit(Micros.instant(buckets.from()))))
                .where(col("window_start").lt(lit(Micros.instant(buckets.to()))))
                .where(col("window_width").equalTo(buckets.windowWidth()))
                .where(col("scope").equalTo(scope).and(isAsked))
                .select(
                        col("kind"),
                        col("term"),
                        unix_micros(col("window_start")),
                        unix_micros(col("decided_at")),
                        col("authors"))
                .collectAsList();
        Map<Key, Map<Long, Known>> counts = new HashMap<>();
        for (Row row : rows) {
            counts.computeIfAbsent(new Key(row.getString(0), row.getString(1)), any -> new HashMap<>())
                    .merge(
                            row.getLong(2),
                            new Known(row.getLong(3), row.getLong(4)),
                            (one, other) -> one.decided() > other.decided() ? one : other);
        }
        return counts;
    }

    private static Point point(Buckets buckets, long start, Map<Key, Map<Long, Known>> counts, Key key, Holes holes) {
        List<Long> windows = buckets.windows(start);
        List<Long> seen = windows.stream()
                .filter(window -> holes.coverage(buckets.windowWidth(), window) == 1)
                .toList();
        double coverage = windows.stream()
                .mapToDouble(window -> holes.coverage(buckets.windowWidth(), window))
                .average()
                .orElse(0);
        return new Point(
                start, authors(counts, key, seen), authors(counts, Key.TOTAL, seen), coverage, seen.isEmpty(), 0);
    }

    private static long authors(Map<Key, Map<Long, Known>> counts, Key key, List<Long> windows) {
        Map<Long, Known> ofKey = counts.getOrDefault(key, Map.of());
        return windows.stream()
                .filter(ofKey::containsKey)
                .mapToLong(window -> ofKey.get(window).authors())
                .sum();
    }
}
