package io.groundswell.trends;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.timestamp_micros;

import io.groundswell.job.Failpoints;
import io.groundswell.model.TermCount;
import io.groundswell.table.Catalogue;
import io.groundswell.table.CommitTag;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.table.Table;
import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.count.Interval;
import io.groundswell.trends.count.Windows;
import io.groundswell.trends.count.WrittenTerms;
import io.groundswell.trends.rule.Mutes;
import io.groundswell.trends.score.Alarm;
import io.groundswell.trends.score.Candidates;
import io.groundswell.trends.score.DecidedCounts;
import io.groundswell.trends.score.Exposure;
import io.groundswell.trends.score.Faces;
import io.groundswell.trends.score.Holes;
import io.groundswell.trends.score.Life;
import io.groundswell.trends.score.ScoredTrends;
import io.groundswell.trends.score.TermEvents;
import io.groundswell.trends.score.TrendRows;
import io.groundswell.trends.story.ToldStories;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * Scores the counts of an interval's decisions into gold.trends, and tells their stories: a function of gold.term_counts and
 * older trends.
 */
record TrendDecisions(Lake lake, Alarm alarm, Mutes mutes, Holes holes) {
    private static final String[] ROW = {"scope", "kind", "term", "width", "window", "decided"};

    /**
     * Commits the rows of all decisions of an interval at once, then their stories; their counts are committed before.
     *
     * @param versions rows of {@link io.groundswell.trends.count.PostVersions}, of which the counts were made
     * @return rows of the scope of all posts, and those of them that are alarms
     */
    Written commit(SparkSession spark, Interval interval, Dataset<Row> versions, CommitTag tag) {
        TrendSettings settings = alarm.settings();
        List<Integer> widths = settings.widthSeconds();
        Table trends = lake.table(Catalogue.TRENDS);
        Dataset<Row> before = alive(trends.read(spark), widths, interval);
        Dataset<Row> counts = lake.table(Catalogue.TERM_COUNTS).read(spark);
        Dataset<Row> candidates =
                counts.transform(new Candidates(interval, settings.minAuthors(), alarm.watches())::apply);
        Dataset<Row> decided = counts.transform(DecidedCounts.toScore(widths, interval)::apply);
        Exposure exposure = new Exposure(holes)
                .plus(decided.filter(col("kind").equalTo(TermCount.TOTAL)).collectAsList());
        Dataset<Row> scored = decided.transform(new TermEvents(interval, before, candidates)::apply)
                .transform(new ScoredTrends(exposure, alarm, mutes, interval)::apply)
                .persist();
        Dataset<Row> mentions = mentions(scored, versions, settings.windows()).persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> faced = scored.transform(new Faces(mentions, before.transform(new TrendRows()::apply))::apply)
                .persist(StorageLevel.MEMORY_AND_DISK());
        StoryDecisions stories = new StoryDecisions(lake, settings.windows(), interval);
        Dataset<Row> told = stories.told(spark, faced, before, mentions).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            trends.append(rows(faced.join(ToldStories.trends(told), ROW, "left")), tag);
            Failpoints.hit("trends.afterCommit");
            stories.commit(told, tag);
            Row written = scored.filter(col("scope").equalTo(TermCount.SCOPE_ALL))
                    .agg(count(lit(1)), count_if(col("alarmed")))
                    .head();
            return new Written(written.getLong(0), written.getLong(1));
        } finally {
            told.unpersist();
            faced.unpersist();
            mentions.unpersist();
            scored.unpersist();
        }
    }

    /** What a commit brought in the scope of all posts. */
    record Written(long trends, long alarms) {}

    /**
     * Returns the whole lives, up to an interval, of the trends that had a row since the oldest window that may still be
     * corrected. The interval's own rows are not among them, should they be there when it is read anew.
     */
    static Dataset<Row> alive(Dataset<Row> all, List<Integer> widths, Interval interval) {
        Dataset<Row> trends = all.filter(interval.follows(col("decided_at")));
        int widest = Collections.max(widths);
        Instant oldest = Micros.instant(interval.after() - Decisions.lastAfterStart(widest));
        Row starts = trends.filter(col("window_start").geq(lit(oldest)))
                .agg(min(col("trend_start")))
                .head();
        if (starts.isNullAt(0)) {
            return trends.limit(0);
        }
        Instant first = starts.getTimestamp(0).toInstant();
        // A trend may have been found in a window of before its start later on.
        Instant before = first.minus(Life.quiet(widest), ChronoUnit.MICROS);
        return trends.filter(col("trend_start").geq(lit(first)))
                .filter(col("window_start").geq(lit(before)));
    }

    /** Returns the mentions of the terms of trends. */
    static Dataset<Row> mentions(Dataset<Row> trends, Dataset<Row> versions, Windows windows) {
        Dataset<Row> terms = trends.select("kind", "term").distinct();
        return versions.transform(new WrittenTerms(terms, windows)::apply);
    }

    private static Dataset<Row> rows(Dataset<Row> trends) {
        return trends.select(
                timestamp_micros(col("window")).as("window_start"),
                col("width").as("window_width"),
                col("scope"),
                col("kind"),
                col("term"),
                timestamp_micros(col("decided")).as("decided_at"),
                timestamp_micros(col("trend_start")).as("trend_start"),
                col("display"),
                col("posts"),
                col("observed"),
                col("expected"),
                col("evidence"),
                col("lift"),
                col("rise"),
                col("rise_windows"),
                col("alarmed"),
                col("state"),
                col("shown"),
                col("coverage"),
                col("story_id"),
                col("muted_by"),
                col("watched_by"),
                col("threshold"),
                col("false_alarms_per_day"),
                coalesce(col("sample_post_ids"), array().cast("array<string>")).as("sample_post_ids"),
                lit(ScoredTrends.SCORER_VERSION).as("scorer_version"));
    }
}
