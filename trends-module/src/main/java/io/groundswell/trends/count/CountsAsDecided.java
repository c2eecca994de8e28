package io.groundswell.trends.count;

import io.groundswell.job.Transform;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Counts of {@link Mentions} at the decisions of an interval, as {@link DecidedWindows} makes them: width, window, scope,
 * kind, term, decided (microseconds), posts, authors, top_author_posts, texts, blocked_posts.
 *
 * @param before rows of {@link CountsBefore}
 */
public record CountsAsDecided(Interval interval, Dataset<Row> before) implements Transform {
    private static final StructType SCHEMA = new StructType()
            .add("width", DataTypes.IntegerType, false)
            .add("window", DataTypes.LongType, false)
            .add("scope", DataTypes.StringType)
            .add("kind", DataTypes.StringType)
            .add("term", DataTypes.StringType)
            .add("decided", DataTypes.LongType, false)
            .add("posts", DataTypes.LongType, false)
            .add("authors", DataTypes.LongType, false)
            .add("top_author_posts", DataTypes.LongType, false)
            .add("texts", DataTypes.IntegerType, false)
            .add("blocked_posts", DataTypes.LongType, false);

    @Override
    public Dataset<Row> apply(Dataset<Row> mentions) {
        Interval decided = interval;
        MapPartitionsFunction<Row, Row> count = events -> rows(new DecidedWindows(events, decided));
        return new SeriesEvents(before).windows(mentions).mapPartitions(count, Encoders.row(SCHEMA));
    }

    /** Returns the events of which each series is counted in one partition, for what learns from the counts in order. */
    public Dataset<Row> seriesInOrder(Dataset<Row> mentions, Dataset<Row> past) {
        return new SeriesEvents(before).series(mentions, past);
    }

    private static Iterator<Row> rows(Iterator<WindowCount> counts) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return counts.hasNext();
            }

            @Override
            public Row next() {
                return row(counts.next());
            }
        };
    }

    private static Row row(WindowCount count) {
        Series series = count.series();
        return RowFactory.create(
                series.width(),
                count.window(),
                series.scope(),
                series.kind(),
                series.term(),
                count.decided(),
                count.posts(),
                count.authors(),
                count.topAuthorPosts(),
                count.texts(),
                count.blockedPosts());
    }
}
