package io.groundswell.trends.score;

import static org.apache.spark.sql.functions.col;

import io.groundswell.job.Transform;
import io.groundswell.trends.count.Interval;
import io.groundswell.trends.rule.Mutes;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The due rows of gold.trends, as yet without display and samples, from the events of terms ({@link TermEvent}):
 * scope, kind, term, width, window, decided, type, posts, authors, top_author_posts, texts, learned, trend_start,
 * evidence, alarmed, state, shown, is_capped.
 *
 * @param mutes rules that keep terms from alarming
 * @param interval moments whose decisions are due
 */
public record ScoredTrends(Exposure exposure, Alarm alarm, Mutes mutes, Interval interval)
        implements Transform, Serializable {
    /** Changes with what makes evidence: a threshold that was calibrated for another one means nothing. */
    public static final int SCORER_VERSION = 5;

    private static final StructType SCHEMA = new StructType()
            .add("scope", DataTypes.StringType)
            .add("kind", DataTypes.StringType)
            .add("term", DataTypes.StringType)
            .add("width", DataTypes.IntegerType, false)
            .add("window", DataTypes.LongType, false)
            .add("decided", DataTypes.LongType, false)
            .add("trend_start", DataTypes.LongType, false)
            .add("posts", DataTypes.LongType, false)
            .add("observed", DataTypes.LongType, false)
            .add("expected", DataTypes.DoubleType, false)
            .add("evidence", DataTypes.DoubleType, false)
            .add("lift", DataTypes.DoubleType, false)
            .add("alarmed", DataTypes.BooleanType, false)
            .add("state", DataTypes.StringType)
            .add("shown", DataTypes.DoubleType, false)
            .add("muted_by", DataTypes.StringType)
            .add("watched_by", DataTypes.StringType)
            .add("coverage", DataTypes.DoubleType, false)
            .add("threshold", DataTypes.DoubleType, false)
            .add("false_alarms_per_day", DataTypes.DoubleType)
            .add("rise", DataTypes.DoubleType, false)
            .add("rise_windows", DataTypes.IntegerType, false);

    @Override
    public Dataset<Row> apply(Dataset<Row> events) {
        MapPartitionsFunction<Row, Row> pass = rows -> new Pass(rows, this);
        return events.repartition(col("scope"), col("kind"), col("term"), col("width"))
                .sortWithinPartitions("scope", "kind", "term", "width", "decided", "window", "type")
                .mapPartitions(pass, Encoders.row(SCHEMA));
    }

    /** Goes through a partition's events in order, one term after another. */
    private static final class Pass implements Iterator<Row> {
        private final Iterator<Row> rows;
        private final ScoredTrends trends;
        private final Deque<Row> due = new ArrayDeque<>();
        private TermStory story;

        Pass(Iterator<Row> rows, ScoredTrends trends) {
            this.rows = rows;
            this.trends = trends;
        }

        @Override
        public boolean hasNext() {
            while (due.isEmpty() && rows.hasNext()) {
                tell(rows.next());
            }
            if (due.isEmpty() && story != null) {
                story.end();
                story = null;
            }
            return !due.isEmpty();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException("All terms are told");
            }
            return due.remove();
        }

        private void tell(Row row) {
            TermKey key = new TermKey(row.getInt(3), row.getString(0), row.getString(1), row.getString(2));
            if (story == null || !story.key().equals(key)) {
                if (story != null) {
                    story.end();
                }
                story = new TermStory(key, trends, due);
            }
            story.tell(TermEvent.of(row));
        }
    }
}
