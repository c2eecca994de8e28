package io.groundswell.app.finding;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.trends.score.Life;
import io.groundswell.trends.score.Rank;
import io.groundswell.trends.story.ToldStories;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads the stories of a lake, one event once, whichever widths tell of it. */
public record StoryFindings(Lake lake, AsOf asOf) {
    public StoryFindings(Lake lake) {
        this(lake, AsOf.NEWEST);
    }

    /** Returns the stories that lead the list at the newest decision of its moment. */
    public List<StoryFinding> leading(SparkSession spark, int limit) {
        return once(read(spark), Comparator.comparingDouble(StoryFinding::shown).reversed(), limit);
    }

    /** Returns the largest stories of the whole past, by the authors of their largest window. */
    public List<StoryFinding> largest(SparkSession spark, int limit) {
        return once(
                read(spark), Comparator.comparingLong(StoryFinding::peakAuthors).reversed(), limit);
    }

    private static List<StoryFinding> once(List<StoryFinding> stories, Comparator<StoryFinding> order, int limit) {
        List<StoryFinding> told = new ArrayList<>();
        stories.stream()
                .sorted(order.thenComparing(StoryFinding::start).thenComparing(StoryFinding::id))
                .filter(story -> story.mergedInto() == null)
                .forEach(story -> {
                    if (told.size() < limit && told.stream().noneMatch(story::isToldBy)) {
                        told.add(story);
                    }
                });
        return told;
    }

    private List<StoryFinding> read(SparkSession spark) {
        Column isTold = col("posts").gt(0);
        Column told = struct(col("label"), col("terms"), col("authors"));
        return lake
                .table(Catalogue.STORIES)
                .read(spark)
                .where(asOf.has())
                .groupBy("story_id", "window_width", "story_start")
                .agg(
                        max("window_start").as("newest"),
                        max_by(struct(col("state"), col("merged_into")), col("window_start"))
                                .as("end"),
                        max_by(when(isTold, told), when(isTold, col("window_start")))
                                .as("newest_told"),
                        max_by(told, struct(col("authors"), col("window_start")))
                                .as("largest_told"),
                        max("peak_authors").as("peak_authors"),
                        min_by(col("sample_post_ids"), struct(col("authors").multiply(lit(-1)), col("window_start")))
                                .as("samples"))
                .where(col("newest_told").isNotNull())
                .join(alarmed(spark), "story_id")
                .collectAsList()
                .stream()
                .map(StoryFindings::finding)
                .toList();
    }

    /**
     * Returns the stories of which an alarm is left by what is known now, with their rank: a story whose posts are taken back,
     * or whose terms are muted, recedes with its trends, though its own rows say what was told then.
     */
    private Dataset<Row> alarmed(SparkSession spark) {
        Dataset<Row> trends = lake.table(Catalogue.TRENDS).read(spark);
        Dataset<Row> now = trends.where(asOf.isMade())
                .agg(max(unix_micros(col("decided_at"))).as("now"));
        return trends.where(asOf.has().and(col("story_id").isNotNull()))
                .crossJoin(broadcast(now))
                .where(TrendFindings.isHeard(lake, spark))
                .groupBy("story_id", "kind", "term", "window_start", "now")
                .agg(max_by(struct(col("evidence"), col("alarmed")), col("decided_at"))
                        .as("known"))
                .where(col("known.alarmed"))
                .groupBy("story_id")
                .agg(max(Rank.decayed(col("known.evidence"), unix_micros(col("window_start")), col("now")))
                        .as("shown"));
    }

    private static StoryFinding finding(Row row) {
        Row end = row.getAs("end");
        Row told = row.getAs(end.getString(0).equals(Life.OVER) ? "largest_told" : "newest_told");
        return new StoryFinding(
                row.getAs("story_id"),
                told.getString(0),
                Duration.ofSeconds(row.<Integer>getAs("window_width")),
                instant(row, "story_start"),
                instant(row, "newest"),
                ToldStories.terms(told.getList(1)),
                told.getLong(2),
                row.<Long>getAs("peak_authors"),
                end.getString(0),
                row.<Double>getAs("shown"),
                end.getString(1),
                row.getList(row.fieldIndex("samples")));
    }

    private static Instant instant(Row row, String column) {
        return row.<Timestamp>getAs(column).toInstant();
    }
}
