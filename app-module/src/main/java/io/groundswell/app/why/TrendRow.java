package io.groundswell.app.why;

import io.groundswell.app.finding.AsOf;
import io.groundswell.trends.score.Bar;
import io.groundswell.trends.score.Counted;
import io.groundswell.trends.score.Rank;
import io.groundswell.trends.score.Rise;
import io.groundswell.trends.score.TermScores.Score;
import io.groundswell.trends.score.Threshold;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** A row of gold.trends of one term; times in microseconds. */
record TrendRow(
        int width,
        long window,
        long decided,
        long trendStart,
        String display,
        long posts,
        long observed,
        double expected,
        double evidence,
        Rise rise,
        boolean isAlarmed,
        String state,
        double coverage,
        String mutedBy,
        String watchedBy,
        double threshold,
        Double falseAlarmsPerDay,
        List<String> sampleIds) {

    private record Place(int width, long start) {}

    static TrendRow of(Row row) {
        return new TrendRow(
                row.getAs("width"),
                row.getAs("window"),
                row.getAs("decided"),
                row.getAs("trend_start"),
                row.getAs("display"),
                row.getAs("posts"),
                row.getAs("observed"),
                row.getAs("expected"),
                row.getAs("evidence"),
                Rise.of(row),
                row.getAs("alarmed"),
                row.getAs("state"),
                row.getAs("coverage"),
                row.getAs("muted_by"),
                row.getAs("watched_by"),
                row.getAs("threshold"),
                row.getAs("false_alarms_per_day"),
                row.getList(row.fieldIndex("sample_post_ids")));
    }

    /** The window that gives a term its place in a list, and whether it has one. */
    record Leading(TrendRow row, boolean isListed) {
        Map<Integer, List<Long>> windows() {
            return Map.of(row.width(), List.of(row.window()));
        }
    }

    /**
     * Returns what the row says, which an earlier scorer or other settings may have made.
     *
     * @param now the window's score as it would be made now
     */
    Score score(Score now) {
        Counted counted = new Counted(
                posts, observed, now.counted().topAuthorPosts(), now.counted().texts());
        return new Score(
                window,
                decided,
                counted,
                expected,
                evidence,
                rise,
                coverage,
                new Bar(
                        new Threshold(
                                threshold,
                                falseAlarmsPerDay,
                                now.bar().threshold().days()),
                        now.bar().authors(),
                        now.bar().topAuthorShare(),
                        now.bar().texts(),
                        rise.windows() > 0,
                        watchedBy),
                isAlarmed ? List.of() : now.unmet());
    }

    /**
     * Returns the window that gives a term its place: of the windows of trends that have alarmed, each as known, the one of
     * most evidence, halved every 4 hours. Of a term whose windows were all muted it is the one that would.
     *
     * @param rows of one term, in any order
     */
    static Optional<Leading> leading(List<TrendRow> rows, AsOf asOf) {
        List<TrendRow> known = rows.stream()
                .filter(row -> asOf.has(row.window(), row.width(), row.decided()))
                .toList();
        // Whether one alarmed at any decision, as the list has it.
        Set<Place> alarmed =
                known.stream().filter(TrendRow::isAlarmed).map(TrendRow::trend).collect(Collectors.toSet());
        List<TrendRow> ofList =
                known.stream().filter(row -> alarmed.contains(row.trend())).toList();
        boolean isListed = !ofList.isEmpty();
        return strongest(newest(isListed ? ofList : known)).map(row -> new Leading(row, isListed));
    }

    private Place trend() {
        return new Place(width, trendStart);
    }

    private static List<TrendRow> newest(List<TrendRow> rows) {
        Map<Place, TrendRow> byWindow = new HashMap<>();
        rows.forEach(row -> byWindow.merge(
                new Place(row.width(), row.window()),
                row,
                (one, other) -> one.decided() > other.decided() ? one : other));
        return List.copyOf(byWindow.values());
    }

    private static Optional<TrendRow> strongest(List<TrendRow> rows) {
        long now = rows.stream().mapToLong(TrendRow::window).max().orElse(0);
        return rows.stream()
                .max(Comparator.comparingDouble((TrendRow row) -> Rank.decayed(row.evidence(), row.window(), now))
                        .thenComparing(TrendRow::trendStart)
                        .thenComparing(TrendRow::width, Comparator.reverseOrder()));
    }
}
