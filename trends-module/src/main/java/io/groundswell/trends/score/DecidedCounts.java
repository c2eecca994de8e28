package io.groundswell.trends.score;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;

import io.groundswell.job.Transform;
import io.groundswell.table.Micros;
import io.groundswell.trends.count.Interval;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of gold.term_counts with times in microseconds, of the windows on which decisions can depend: as far back as the
 * baseline remembers, or a season reaches, before the oldest window that is decided.
 *
 * @param oldest the start of the oldest window of each width; no row of another width is read
 */
public record DecidedCounts(Map<Integer, Long> oldest) implements Transform {

    /** Returns what the baselines of the windows need that an interval decides for the first time. */
    public static DecidedCounts toLearn(List<Integer> widths, Interval interval) {
        Map<Integer, Long> oldest = new TreeMap<>();
        oldestOf(widths, interval::oldestNew)
                .forEach((width, window) -> oldest.put(width, window - Baseline.memory(width)));
        return new DecidedCounts(oldest);
    }

    /** Returns what the baselines of all windows need that an interval decides. */
    public static DecidedCounts toScore(List<Integer> widths, Interval interval) {
        return since(oldestOf(widths, interval::oldestDecided));
    }

    /** Returns what the baselines need of the windows from these starts on, in microseconds by width. */
    public static DecidedCounts since(Map<Integer, Long> windows) {
        Map<Integer, Long> oldest = new TreeMap<>();
        windows.forEach((width, window) ->
                oldest.put(width, window - Rise.reach(width) - Math.max(Baseline.memory(width), Season.reach())));
        return new DecidedCounts(oldest);
    }

    private static Map<Integer, Long> oldestOf(List<Integer> widths, IntFunction<OptionalLong> oldestDue) {
        Map<Integer, Long> windows = new TreeMap<>();
        widths.forEach(width -> oldestDue.apply(width).ifPresent(window -> windows.put(width, window)));
        return windows;
    }

    @Override
    public Dataset<Row> apply(Dataset<Row> counts) {
        Column isRemembered = oldest.entrySet().stream()
                .map(since -> col("window_width")
                        .equalTo(since.getKey())
                        .and(col("window_start").geq(lit(Micros.instant(since.getValue())))))
                .reduce(lit(false), Column::or);
        return counts.filter(isRemembered)
                .select(
                        col("window_width").as("width"),
                        unix_micros(col("window_start")).as("window"),
                        col("scope"),
                        col("kind"),
                        col("term"),
                        unix_micros(col("decided_at")).as("decided"),
                        col("posts"),
                        col("authors"),
                        col("top_author_posts"),
                        col("texts"),
                        col("learned"),
                        unix_micros(col("capped_since")).as("capped_since"),
                        col("blocked_posts"));
    }
}
