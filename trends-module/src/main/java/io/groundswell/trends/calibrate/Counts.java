package io.groundswell.trends.calibrate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;

import io.groundswell.model.TermCount;
import io.groundswell.table.Micros;
import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.calibrate.BusyDays.Total;
import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.evaluate.CountedReplay;
import io.groundswell.trends.evaluate.Replay;
import io.groundswell.trends.evaluate.TermName;
import io.groundswell.trends.rule.Mutes;
import io.groundswell.trends.score.Holes;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the first decisions of the windows of one width counted, as a replay. Only terms that could alarm are read: those with
 * some window that meets the conditions that hang on its count alone, which a shift does not change. So what is in memory
 * is their counts.
 *
 * @param rows of gold.term_counts, of one version
 * @param mutes terms that these mute at the end are left out: they raise no alarm
 * @param holes mask windows
 */
record Counts(Dataset<Row> rows, TrendSettings settings, Mutes mutes, Holes holes) {
    private static final String[] TERM = {"kind", "term"};
    private static final long DAY = Micros.of(Duration.ofDays(1));

    /** Left to Spark, and to the scores. */
    private static final int MEMORY_SHARE = 2;

    /**
     * Returns the newest whole days, from the newest window backwards; days with stray posts are as ones without.
     *
     * @param scope such as {@code all}
     * @param most days
     * @throws io.groundswell.job.PlatformException if the terms' counts are too many for the memory
     */
    Replay replay(int width, String scope, int most) {
        Dataset<Row> first = rows.filter(col("window_width")
                        .equalTo(width)
                        .and(col("scope").equalTo(scope))
                        .and(col("authors").gt(0)))
                .withColumn("window", unix_micros(col("window_start")))
                .filter(unix_micros(col("decided_at")).equalTo(Decisions.firstOf(col("window"), lit(width))));
        List<Total> totals = busy(first.filter(col("kind").equalTo(TermCount.TOTAL)));
        long newest = totals.stream().mapToLong(Total::window).max().orElse(0);
        long oldest = totals.stream().mapToLong(Total::window).min().orElse(0);
        long end = newest + Decisions.widthMicros(width);
        long days = totals.isEmpty() ? 0 : Math.min(most, (end - oldest) / DAY);
        long start = end - days * DAY;
        CountedReplay replay = new CountedReplay(
                width,
                start,
                Math.toIntExact(days * DAY / Decisions.widthMicros(width)),
                window -> holes.in(scope).mask(width, window),
                Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
        totals.forEach(total -> replay.total(total.window(), total.authors()));
        Dataset<Row> terms = first.filter(col("kind").notEqual(TermCount.TOTAL))
                .filter(col("window_start").geq(lit(Micros.instant(start))));
        addTerms(replay, terms, Decisions.first(newest, width));
        return replay.build();
    }

    private static List<Total> busy(Dataset<Row> totals) {
        List<Total> all = totals.select("window", "authors").collectAsList().stream()
                .map(row -> new Total(row.getLong(0), row.getLong(1)))
                .toList();
        BusyDays days = BusyDays.of(all);
        return all.stream().filter(days::has).toList();
    }

    private void addTerms(CountedReplay replay, Dataset<Row> terms, long now) {
        Iterator<Row> counts = terms.join(candidates(terms), TERM, "leftsemi")
                .select("kind", "term", "window", "authors", "posts", "top_author_posts", "texts")
                .repartition(col("kind"), col("term"))
                .sortWithinPartitions("kind", "term", "window")
                .toLocalIterator();
        TermName name = new TermName("", "");
        boolean isMuted = false;
        while (counts.hasNext()) {
            Row row = counts.next();
            if (!name.kind().equals(row.getString(0)) || !name.term().equals(row.getString(1))) {
                name = new TermName(row.getString(0), row.getString(1));
                isMuted = mutes.of(name.kind(), name.term()).by(now) != null;
            }
            if (!isMuted) {
                replay.count(name, row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getInt(6));
            }
        }
    }

    private Dataset<Row> candidates(Dataset<Row> terms) {
        return terms.filter(col("authors").geq(settings.minAuthors()))
                .filter(col("texts").geq(settings.minTexts()))
                .filter(col("top_author_posts").leq(col("posts").multiply(settings.maxTopAuthorShare())))
                .select("kind", "term")
                .distinct();
    }
}
