package io.groundswell.trends;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;

import io.groundswell.job.Failpoints;
import io.groundswell.model.TermCount;
import io.groundswell.table.Catalogue;
import io.groundswell.table.CommitTag;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import io.groundswell.trends.count.CountsAsDecided;
import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.count.DueChanges;
import io.groundswell.trends.count.Interval;
import io.groundswell.trends.count.Mentions;
import io.groundswell.trends.count.PostVersions;
import io.groundswell.trends.score.DecidedCounts;
import io.groundswell.trends.score.Exposure;
import io.groundswell.trends.score.LearnedCounts;
import io.groundswell.trends.score.PastLearning;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Computes the counts of an interval's decisions, and what the baseline learns of them, into gold.term_counts. */
record CountDecisions(Lake lake, TrendSettings settings) {
    private static final String[] SERIES = {"width", "scope", "kind", "term"};

    /** Commits the rows of all decisions of an interval at once. */
    void commit(SparkSession spark, Interval interval, CommitTag tag) {
        List<Integer> widths = settings.widthSeconds();
        Table counts = lake.table(Catalogue.TERM_COUNTS);
        Dataset<Row> versions = lake.table(Catalogue.POST_CHANGES)
                .read(spark)
                .transform(new DueChanges(interval, widths)::apply)
                .transform(new PostVersions()::apply);
        Dataset<Row> past = counts.read(spark).transform(new DecidedCounts(widths, interval.after())::apply);
        List<Row> totals = versions.transform(new Mentions(widths, interval, true)::apply)
                .transform(new CountsAsDecided(interval)::apply)
                .withColumn("learned", lit(null).cast("double"))
                .collectAsList();
        Exposure exposure = new Exposure()
                .plus(past.filter(col("kind").equalTo(TermCount.TOTAL)).collectAsList())
                .plus(totals);
        Dataset<Row> terms = versions.transform(new Mentions(widths, interval, false)::apply)
                .transform(new CountsAsDecided(interval)::apply)
                .join(past.transform(new PastLearning()::apply), SERIES, "left")
                .transform(new LearnedCounts(exposure, settings.minExposure())::apply)
                .union(spark.createDataFrame(learnt(totals, exposure), LearnedCounts.SCHEMA));
        counts.append(rows(terms), tag);
        Failpoints.hit("counts.afterCommit");
    }

    private static List<Row> learnt(List<Row> totals, Exposure exposure) {
        return totals.stream()
                .map(total -> {
                    int width = total.getInt(0);
                    long window = total.getLong(1);
                    boolean isFirst = total.getLong(5) == Decisions.first(window, width);
                    return RowFactory.create(
                            width,
                            window,
                            total.get(2),
                            total.get(3),
                            total.get(4),
                            total.get(5),
                            total.get(6),
                            total.get(7),
                            total.get(8),
                            total.get(9),
                            isFirst ? exposure.learned(width, total.getString(2), window) : null,
                            null);
                })
                .toList();
    }

    private static Dataset<Row> rows(Dataset<Row> counts) {
        return counts.select(
                timestamp_micros(col("window")).as("window_start"),
                col("width").as("window_width"),
                col("scope"),
                col("kind"),
                col("term"),
                timestamp_micros(col("decided")).as("decided_at"),
                col("posts"),
                col("authors"),
                col("top_author_posts"),
                col("texts"),
                col("learned"),
                timestamp_micros(col("capped_since")).as("capped_since"));
    }
}
