package io.groundswell.trends;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.timestamp_micros;

import io.groundswell.job.Failpoints;
import io.groundswell.table.Catalogue;
import io.groundswell.table.CommitTag;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.count.Interval;
import io.groundswell.trends.count.Windows;
import io.groundswell.trends.score.Life;
import io.groundswell.trends.score.TrendRows;
import io.groundswell.trends.story.StoryEvents;
import io.groundswell.trends.story.ToldStories;
import java.time.Instant;
import java.util.Collections;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Tells the stories of an interval's due trends into gold.stories: a function of those rows, their posts and older stories. */
record StoryDecisions(Lake lake, Windows windows, Interval interval) {

    /**
     * Returns stories as {@link ToldStories} tells them.
     *
     * @param trends due rows: scope, kind, term, width, window, decided, trend_start, display, observed, shown, state
     * @param before rows of gold.trends of lives that may still get rows
     * @param mentions of the terms of the due rows
     */
    Dataset<Row> told(SparkSession spark, Dataset<Row> trends, Dataset<Row> before, Dataset<Row> mentions) {
        Dataset<Row> counts = lake.table(Catalogue.TERM_COUNTS).read(spark);
        return trends.transform(new StoryEvents(interval, before, newest(spark), counts, mentions)::apply)
                .transform(new ToldStories()::apply);
    }

    /**
     * Commits the stories of an interval whose trends are committed, and whose stories were not.
     *
     * @param versions of which the trends were made
     */
    void tellAgain(SparkSession spark, Dataset<Row> versions, CommitTag tag) {
        Dataset<Row> trends = lake.table(Catalogue.TRENDS).read(spark);
        Dataset<Row> before = TrendDecisions.alive(trends, windows.widths(), interval);
        Dataset<Row> due = trends.filter(interval.has(col("decided_at"))).transform(new TrendRows()::apply);
        commit(told(spark, due, before, TrendDecisions.mentions(due, versions, windows)), tag);
    }

    /** Commits what was told of stories. */
    void commit(Dataset<Row> told, CommitTag tag) {
        lake.table(Catalogue.STORIES).append(rows(ToldStories.stories(told)), tag);
        Failpoints.hit("stories.afterCommit");
    }

    /** Returns the newest row of each story that may not have ended before the interval. */
    private Dataset<Row> newest(SparkSession spark) {
        long widest = Decisions.widthMicros(Collections.max(windows.widths()));
        Instant oldest = Micros.instant(interval.after() - widest - Micros.of(ToldStories.UNENDED));
        WindowSpec newestFirst =
                Window.partitionBy("story_id").orderBy(col("window_start").desc());
        return lake.table(Catalogue.STORIES)
                .read(spark)
                .filter(col("window_start").geq(lit(oldest)))
                .filter(interval.follows(col("decided_at")))
                .withColumn("place", row_number().over(newestFirst))
                .filter(col("place").equalTo(1).and(col("state").notEqual(Life.OVER)))
                .drop("place");
    }

    private static Dataset<Row> rows(Dataset<Row> stories) {
        return stories.select(
                col("story_id"),
                timestamp_micros(col("window")).as("window_start"),
                col("width").as("window_width"),
                col("scope"),
                timestamp_micros(col("decided")).as("decided_at"),
                timestamp_micros(col("story_start")).as("story_start"),
                col("label"),
                col("terms"),
                col("posts"),
                col("authors"),
                col("peak_authors"),
                col("state"),
                col("shown"),
                col("merged_into"),
                col("sample_post_ids"),
                lit(ToldStories.STORY_VERSION).as("story_version"));
    }
}
