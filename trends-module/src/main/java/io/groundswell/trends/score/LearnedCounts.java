package io.groundswell.trends.score;

import static org.apache.spark.sql.functions.col;

import io.groundswell.job.Transform;
import io.groundswell.trends.count.Decisions;
import java.io.Serializable;
import java.util.Iterator;
import java.util.Objects;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Counts of terms with what the baseline has learnt after each first decision: the columns of CountsAsDecided, then
 * learned and capped_since (microseconds), both null in later decisions, before blocked_posts.
 *
 * <p>Each row that comes has, beside its counts, what had been learnt of the term
 * before all of them: past_window, past_learned, past_capped_since, null for a new term.
 */
public record LearnedCounts(Exposure exposure, double minExposure) implements Transform, Serializable {
    /** Columns of the rows that come out. */
    public static final StructType SCHEMA = new StructType()
            .add("width", DataTypes.IntegerType)
            .add("window", DataTypes.LongType)
            .add("scope", DataTypes.StringType)
            .add("kind", DataTypes.StringType)
            .add("term", DataTypes.StringType)
            .add("decided", DataTypes.LongType)
            .add("posts", DataTypes.LongType, false)
            .add("authors", DataTypes.LongType, false)
            .add("top_author_posts", DataTypes.LongType, false)
            .add("texts", DataTypes.IntegerType, false)
            .add("learned", DataTypes.DoubleType)
            .add("capped_since", DataTypes.LongType)
            .add("blocked_posts", DataTypes.LongType, false);

    @Override
    public Dataset<Row> apply(Dataset<Row> counts) {
        MapPartitionsFunction<Row, Row> pass = rows -> new Pass(rows, exposure, minExposure);
        return counts.select(
                        col("width"),
                        col("window"),
                        col("scope"),
                        col("kind"),
                        col("term"),
                        col("decided"),
                        col("posts"),
                        col("authors"),
                        col("top_author_posts"),
                        col("texts"),
                        col("past_window"),
                        col("past_learned"),
                        col("past_capped_since"),
                        col("blocked_posts"))
                // Said again: a term whose windows lay in two tasks would be learnt twice, and silently.
                .repartition(col("width"), col("scope"), col("kind"), col("term"))
                .sortWithinPartitions("scope", "kind", "term", "width", "window", "decided")
                .mapPartitions(pass, Encoders.row(SCHEMA));
    }

    /** Goes through a partition's rows in order, one at a time. */
    private static final class Pass implements Iterator<Row> {
        private final Iterator<Row> rows;
        private final Exposure exposure;
        private final double minExposure;
        private int width;
        private String scope;
        private String kind;
        private String term;
        private Learner learner;

        Pass(Iterator<Row> rows, Exposure exposure, double minExposure) {
            this.rows = rows;
            this.exposure = exposure;
            this.minExposure = minExposure;
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public Row next() {
            Row row = rows.next();
            if (!isOfSameTerm(row)) {
                start(row);
            }
            long window = row.getLong(1);
            long decided = row.getLong(5);
            boolean isFirst = decided == Decisions.first(window, width);
            if (isFirst && exposure.isMasked(width, window)) {
                learner.pass(window);
            } else if (isFirst) {
                learner.learn(
                        window,
                        row.getLong(7),
                        exposure.before(width, scope, window),
                        exposure.isKnown(width, scope, window, minExposure),
                        exposure.authors(width, scope, window, decided));
            }
            return RowFactory.create(
                    width,
                    window,
                    scope,
                    kind,
                    term,
                    decided,
                    row.get(6),
                    row.get(7),
                    row.get(8),
                    row.get(9),
                    isFirst ? learner.learned() : null,
                    isFirst ? learner.cappedSince() : null,
                    row.get(13));
        }

        private boolean isOfSameTerm(Row row) {
            return learner != null
                    && row.getString(4).equals(term)
                    && row.getInt(0) == width
                    && row.getString(3).equals(kind)
                    && Objects.equals(row.getString(2), scope);
        }

        private void start(Row row) {
            width = row.getInt(0);
            scope = row.getString(2);
            kind = row.getString(3);
            term = row.getString(4);
            boolean isNew = row.isNullAt(10);
            learner = isNew
                    ? new Learner(width, row.getLong(1), 0, null)
                    : new Learner(
                            width, row.getLong(10), row.getDouble(11), row.isNullAt(12) ? null : (Long) row.get(12));
        }
    }
}
