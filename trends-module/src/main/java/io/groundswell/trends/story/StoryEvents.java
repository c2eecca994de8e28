package io.groundswell.trends.story;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_micros;

import io.groundswell.job.Transform;
import io.groundswell.model.TermCount;
import io.groundswell.trends.count.Interval;
import io.groundswell.trends.count.Mentions;
import io.groundswell.trends.score.Life;
import io.groundswell.trends.score.TrendRows;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What {@link ToldStories} goes through, in the order of the decisions, from the due rows of gold.trends: what was told
 * before an interval, how many wrote in each of its windows, the due rows, and the posts that have their terms.
 *
 * @param trendsBefore rows of gold.trends of lives that may still get rows
 * @param storiesBefore the newest row of gold.stories of each story that has not ended before the interval
 * @param counts gold.term_counts
 * @param mentions of the due rows' terms: rows of {@link io.groundswell.trends.count.WrittenTerms}
 */
public record StoryEvents(
        Interval interval,
        Dataset<Row> trendsBefore,
        Dataset<Row> storiesBefore,
        Dataset<Row> counts,
        Dataset<Row> mentions)
        implements Transform {
    static final int TREND_BEFORE = 0;
    static final int STORY_BEFORE = 1;
    static final int TOTAL = 2;
    static final int TREND = 3;
    static final int POST = 4;

    @Override
    public Dataset<Row> apply(Dataset<Row> trends) {
        return due(trends)
                .unionByName(knownTrends(), true)
                .unionByName(knownStories(), true)
                .unionByName(totals(), true)
                .unionByName(posts(trends), true)
                .select(ToldStories.EVENT.toArray(Column[]::new));
    }

    private static Dataset<Row> due(Dataset<Row> trends) {
        return trends.select(
                lit(TREND).as("type"),
                col("scope"),
                col("width"),
                col("window"),
                col("decided"),
                col("kind"),
                col("term"),
                col("trend_start"),
                col("display"),
                col("observed"),
                col("shown"),
                col("state"));
    }

    private Dataset<Row> knownTrends() {
        return trendsBefore
                .filter(col("story_id").isNotNull())
                .transform(new TrendRows()::apply)
                .select(
                        lit(TREND_BEFORE).as("type"),
                        col("scope"),
                        col("width"),
                        col("window"),
                        col("decided"),
                        col("kind"),
                        col("term"),
                        col("trend_start"),
                        col("story_id"));
    }

    private Dataset<Row> knownStories() {
        return storiesBefore.select(
                lit(STORY_BEFORE).as("type"),
                col("scope"),
                col("window_width").as("width"),
                unix_micros(col("window_start")).as("window"),
                unix_micros(col("decided_at")).as("decided"),
                col("state"),
                col("shown"),
                col("story_id"),
                unix_micros(col("story_start")).as("story_start"),
                col("label"),
                col("terms"),
                col("peak_authors"));
    }

    private Dataset<Row> totals() {
        return counts.filter(col("kind").equalTo(TermCount.TOTAL))
                .filter(interval.has(col("decided_at")))
                .select(
                        lit(TOTAL).as("type"),
                        col("scope"),
                        col("window_width").as("width"),
                        unix_micros(col("window_start")).as("window"),
                        unix_micros(col("decided_at")).as("decided"),
                        col("authors").as("observed"))
                .filter(isFirst());
    }

    private Dataset<Row> posts(Dataset<Row> trends) {
        return trends.filter(isFirst().and(col("state").notEqual(Life.OVER)))
                .select("scope", "width", "window", "decided", "kind", "term")
                .join(mentions, new String[] {"scope", "kind", "term", "width", "window"})
                .filter(col("valid_from").lt(col("decided")).and(col("decided").leq(col("valid_to"))))
                .groupBy("scope", "width", "window", "decided", "source", "post_id")
                .agg(
                        min(col("author")).as("author"),
                        min(col("first_received")).as("received"),
                        min(col("text_mask")).as("text_mask"),
                        array_sort(collect_set(struct(col("kind"), col("term"))))
                                .as("post_terms"))
                .withColumn("type", lit(POST))
                .withColumn("post", concat_ws("/", col("source"), col("post_id")))
                .drop("source", "post_id");
    }

    private static Column isFirst() {
        return col("decided").equalTo(Mentions.moment(0));
    }
}
