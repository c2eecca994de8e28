package io.groundswell.app.finding;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.groundswell.app.finding.TrendChange.Cause;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.TableSpec;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Compares the list of a moment as it was decided by then with the same list as it is known later.
 *
 * @param then the list as it was
 * @param now the same list, known later
 */
public record TrendChanges(Lake lake, AsOf then, AsOf now) {
    private record Key(String kind, String term, int width) {
        static Key of(TrendFinding trend) {
            return new Key(trend.kind(), trend.term(), (int) trend.width().toSeconds());
        }
    }

    private record Place(int place, TrendFinding trend) {}

    /** What a window's newest decisions say, then and now. */
    private record Known(Key key, Instant window, Row then, Row now) {
        long then(String column) {
            return then == null ? 0 : then.<Long>getAs(column);
        }

        long now(String column) {
            return now == null ? 0 : now.<Long>getAs(column);
        }
    }

    /**
     * Returns the trends among the first of either list of which something differs, in the order of the later one; those
     * that it has no longer come last.
     *
     * @param limit how many of either list
     * @param kinds the kinds of terms wanted; empty for all
     */
    public List<TrendChange> among(SparkSession spark, int limit, List<String> kinds) {
        Map<String, Place> before = places(new TrendFindings(lake, then).whole(spark, kinds));
        Map<String, Place> after = places(new TrendFindings(lake, now).whole(spark, kinds));
        Set<String> terms = new LinkedHashSet<>();
        Stream.of(after, before)
                .forEach(list -> list.keySet().stream().limit(limit).forEach(terms::add));
        List<TrendChange> changes = terms.stream()
                .map(term -> change(before.get(term), after.get(term)))
                .filter(TrendChange::isOne)
                .toList();
        return explained(spark, changes);
    }

    private static Map<String, Place> places(List<TrendFinding> list) {
        Map<String, Place> places = new LinkedHashMap<>();
        list.forEach(trend -> places.put(trend.kind() + " " + trend.term(), new Place(places.size() + 1, trend)));
        return places;
    }

    private static TrendChange change(Place before, Place after) {
        return new TrendChange(
                before == null ? null : before.trend(),
                after == null ? null : after.trend(),
                before == null ? 0 : before.place(),
                after == null ? 0 : after.place(),
                Cause.NONE);
    }

    private List<TrendChange> explained(SparkSession spark, List<TrendChange> changes) {
        if (changes.isEmpty()) {
            return changes;
        }
        Object[] terms =
                changes.stream().map(change -> change.trend().term()).distinct().toArray();
        Column[] counted = {col("authors"), col("blocked_posts")};
        List<Known> counts = known(spark, Catalogue.TERM_COUNTS, terms, struct(counted));
        List<Known> trends = known(spark, Catalogue.TRENDS, terms, struct(col("muted_by")));
        return changes.stream()
                .map(change -> change.because(cause(change, counts, trends)))
                .toList();
    }

    private List<Known> known(SparkSession spark, TableSpec table, Object[] terms, Column values) {
        Dataset<Row> windows = lake.table(table)
                .read(spark)
                .where(col("term").isin(terms).and(now.has()))
                .groupBy("kind", "term", "window_width", "window_start")
                .agg(
                        max_by(when(then.has(), values), when(then.has(), col("decided_at")))
                                .as("then"),
                        max_by(values, col("decided_at")).as("now"));
        return windows.collectAsList().stream()
                .map(row -> new Known(
                        new Key(row.getString(0), row.getString(1), row.getInt(2)),
                        row.<Timestamp>getAs("window_start").toInstant(),
                        row.getAs("then"),
                        row.getAs("now")))
                .toList();
    }

    private static Cause cause(TrendChange change, List<Known> counts, List<Known> trends) {
        long late = 0;
        long gone = 0;
        long blocked = 0;
        String mutedBy = null;
        for (Known window : counts) {
            if (isOf(change, window)) {
                long more = window.now("authors") - window.then("authors");
                late += Math.max(0, more);
                gone += Math.max(0, -more);
                blocked += Math.max(0, window.now("blocked_posts") - window.then("blocked_posts"));
            }
        }
        for (Known window : trends) {
            String rule = window.now() == null ? null : window.now().getAs("muted_by");
            if (isOf(change, window) && rule != null) {
                mutedBy = rule;
            }
        }
        return new Cause(late, gone, blocked, mutedBy);
    }

    /** A trend's windows are those from its start to its last alarm, then or now. */
    private static boolean isOf(TrendChange change, Known window) {
        return Stream.of(change.then(), change.now())
                .filter(trend -> trend != null && Key.of(trend).equals(window.key()))
                .anyMatch(trend -> !window.window().isBefore(trend.start())
                        && window.window().isBefore(trend.end()));
    }
}
