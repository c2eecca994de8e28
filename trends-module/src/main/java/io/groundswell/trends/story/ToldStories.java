package io.groundswell.trends.story;

import static org.apache.spark.sql.functions.col;

import io.groundswell.job.Transform;
import io.groundswell.model.StoryTerm;
import io.groundswell.table.Schemas;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Stories from {@link StoryEvents}: rows of two kinds, of which {@link #stories} and {@link #trends} are the columns that
 * matter. Times are in microseconds.
 */
public record ToldStories() implements Transform {
    /** Changes with what makes a story. */
    public static final int STORY_VERSION = 1;

    /** How far back a story may lie that has not ended. */
    public static final Duration UNENDED = LiveStory.UNENDED;

    /** Columns of the events, in order. */
    static final List<Column> EVENT = Stream.of(
                    "type",
                    "scope",
                    "width",
                    "window",
                    "decided",
                    "kind",
                    "term",
                    "trend_start",
                    "display",
                    "observed",
                    "shown",
                    "state",
                    "story_id",
                    "story_start",
                    "label",
                    "terms",
                    "peak_authors",
                    "author",
                    "received",
                    "post",
                    "text_mask",
                    "post_terms")
            .map(functions::col)
            .toList();

    static final StructType SCHEMA = new StructType()
            .add("scope", DataTypes.StringType)
            .add("width", DataTypes.IntegerType)
            .add("window", DataTypes.LongType)
            .add("decided", DataTypes.LongType)
            .add("story_id", DataTypes.StringType)
            .add("kind", DataTypes.StringType)
            .add("term", DataTypes.StringType)
            .add("story_start", DataTypes.LongType)
            .add("label", DataTypes.StringType)
            .add("terms", DataTypes.createArrayType(Schemas.of(StoryTerm.class)))
            .add("posts", DataTypes.LongType)
            .add("authors", DataTypes.LongType)
            .add("peak_authors", DataTypes.LongType)
            .add("state", DataTypes.StringType)
            .add("shown", DataTypes.DoubleType)
            .add("merged_into", DataTypes.StringType)
            .add("sample_post_ids", DataTypes.createArrayType(DataTypes.StringType));

    private static final Column IS_TREND = col("kind").isNotNull();

    @Override
    public Dataset<Row> apply(Dataset<Row> events) {
        MapPartitionsFunction<Row, Row> pass = StoryPass::new;
        return events.repartition(col("scope"), col("width"))
                .sortWithinPartitions("scope", "width", "decided", "window", "type", "author", "received", "post")
                .mapPartitions(pass, Encoders.row(SCHEMA));
    }

    /** Returns the terms of a row's column terms. */
    public static List<StoryTerm> terms(List<Row> terms) {
        return terms.stream()
                .map(term -> new StoryTerm(term.getString(0), term.getString(1), term.getString(2), term.getDouble(3)))
                .toList();
    }

    /** Returns the stories of windows: all columns but kind and term. */
    public static Dataset<Row> stories(Dataset<Row> told) {
        return told.filter(functions.not(IS_TREND)).drop("kind", "term");
    }

    /** Returns the stories of the due rows of trends: scope, kind, term, width, window, decided, story_id. */
    public static Dataset<Row> trends(Dataset<Row> told) {
        return told.filter(IS_TREND).select("scope", "kind", "term", "width", "window", "decided", "story_id");
    }
}
