package io.groundswell.trends.count;

import io.groundswell.job.Transform;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Counts of {@link Mentions} at the decisions of an interval, as {@link DecidedWindows} makes them: width, window, scope,
 * kind, term, decided (microseconds), posts, authors, top_author_posts, texts, blocked_posts.
 *
 * @param before rows of {@link CountsBefore}
 */
public record CountsAsDecided(Interval interval, Dataset<Row> before) implements Transform {
    @Override
    public Dataset<Row> apply(Dataset<Row> mentions) {
        Interval decided = interval;
        MapPartitionsFunction<Row, Row> count = events -> rows(new DecidedWindows(events, decided));
        return new SeriesEvents(before).windows(mentions).mapPartitions(count, Encoders.row(WindowCount.SCHEMA));
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
                return counts.next().row();
            }
        };
    }
}
