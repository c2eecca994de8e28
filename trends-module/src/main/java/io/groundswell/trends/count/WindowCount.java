package io.groundswell.trends.count;

import java.util.Arrays;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What was counted of a series in a window at one of its decisions.
 *
 * @param window its start, in microseconds
 * @param decided moment of the decision, in microseconds
 * @param authors distinct ones
 * @param topAuthorPosts of the author who wrote most
 * @param texts distinct ones, as far as 64 bits tell them apart
 * @param blockedPosts that would count but for a rule
 */
public record WindowCount(
        Series series,
        long window,
        long decided,
        long posts,
        long authors,
        long topAuthorPosts,
        int texts,
        long blockedPosts) {
    /** Columns of {@link #row}. */
    public static final StructType SCHEMA = new StructType()
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

    /** Returns the count as a row, with more columns behind its own. */
    public Row row(Object... more) {
        Object[] own = {
            series.width(),
            window,
            series.scope(),
            series.kind(),
            series.term(),
            decided,
            posts,
            authors,
            topAuthorPosts,
            texts,
            blockedPosts
        };
        Object[] all = Arrays.copyOf(own, own.length + more.length);
        System.arraycopy(more, 0, all, own.length, more.length);
        return RowFactory.create(all);
    }

    /** Returns whether the decision is the first of the window. */
    public boolean isFirst() {
        return decided == Decisions.first(window, series.width());
    }
}
