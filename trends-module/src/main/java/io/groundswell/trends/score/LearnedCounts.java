package io.groundswell.trends.score;

import io.groundswell.job.Transform;
import io.groundswell.trends.count.CountsAsDecided;
import io.groundswell.trends.count.DecidedWindows;
import io.groundswell.trends.count.Interval;
import io.groundswell.trends.count.Series;
import io.groundswell.trends.count.WindowCount;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Counts of terms, as CountsAsDecided makes them, with what the baseline has learnt after each first decision: its
 * columns, then learned and capped_since (microseconds), both null in later decisions.
 *
 * @param counts says which decisions are counted
 * @param past rows of {@link PastLearning}: what had been learnt before all of them
 */
public record LearnedCounts(CountsAsDecided counts, Dataset<Row> past, Exposure exposure, double minExposure)
        implements Transform {
    /** Columns of the rows that come out. */
    public static final StructType SCHEMA =
            WindowCount.SCHEMA.add("learned", DataTypes.DoubleType).add("capped_since", DataTypes.LongType);

    @Override
    public Dataset<Row> apply(Dataset<Row> mentions) {
        Interval interval = counts.interval();
        Exposure known = exposure;
        double enough = minExposure;
        MapPartitionsFunction<Row, Row> pass = events -> new Pass(new DecidedWindows(events, interval), known, enough);
        return counts.seriesInOrder(mentions, past).mapPartitions(pass, Encoders.row(SCHEMA));
    }

    /** Goes through a partition's counts in order, one at a time. */
    private static final class Pass implements Iterator<Row> {
        private final Iterator<WindowCount> counts;
        private final Exposure exposure;
        private final double minExposure;
        private Series series;
        private Learner learner;

        Pass(Iterator<WindowCount> counts, Exposure exposure, double minExposure) {
            this.counts = counts;
            this.exposure = exposure;
            this.minExposure = minExposure;
        }

        @Override
        public boolean hasNext() {
            return counts.hasNext();
        }

        @Override
        public Row next() {
            WindowCount count = counts.next();
            if (!count.series().equals(series)) {
                start(count);
            }
            if (count.isFirst()) {
                learn(count);
            }
            return count.isFirst() ? count.row(learner.learned(), learner.cappedSince()) : count.row(null, null);
        }

        private void start(WindowCount first) {
            series = first.series();
            learner = series.isNew()
                    ? new Learner(series.width(), first.window(), 0, null)
                    : new Learner(series.width(), series.pastWindow(), series.pastLearned(), series.pastCappedSince());
        }

        private void learn(WindowCount count) {
            int width = series.width();
            long window = count.window();
            if (exposure.isMasked(width, series.scope(), window)) {
                learner.pass(window);
                return;
            }
            learner.learn(
                    window,
                    count.authors(),
                    exposure.before(width, series.scope(), window),
                    exposure.isKnown(width, series.scope(), window, minExposure),
                    exposure.authors(width, series.scope(), window, count.decided()));
        }
    }
}
