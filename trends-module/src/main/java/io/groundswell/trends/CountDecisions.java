package io.groundswell.trends;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;

import io.groundswell.job.Failpoints;
import io.groundswell.model.TermCount;
import io.groundswell.table.Catalogue;
import io.groundswell.table.CommitTag;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import io.groundswell.trends.count.CountsAsDecided;
import io.groundswell.trends.count.CountsBefore;
import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.count.Interval;
import io.groundswell.trends.count.Mentions;
import io.groundswell.trends.count.WindowCount;
import io.groundswell.trends.score.DecidedCounts;
import io.groundswell.trends.score.Exposure;
import io.groundswell.trends.score.Holes;
import io.groundswell.trends.score.LearnedCounts;
import io.groundswell.trends.score.PastLearning;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Computes the counts of an interval's decisions, and what the baseline learns of them, into gold.term_counts. */
record CountDecisions(Lake lake, TrendSettings settings, Holes holes) {
    /**
     * Commits the rows of all decisions of an interval at once.
     *
     * @param versions rows of {@link io.groundswell.trends.count.PostVersions}, which are gone through twice
     * @return windows in which somebody wrote, of those first decided, whatever the scope
     */
    long commit(SparkSession spark, Interval interval, Dataset<Row> versions, CommitTag tag) {
        List<Integer> widths = settings.widthSeconds();
        Table counts = lake.table(Catalogue.TERM_COUNTS);
        Dataset<Row> past = counts.read(spark).transform(DecidedCounts.toLearn(widths, interval)::apply);
        Dataset<Row> before = counts.read(spark).transform(new CountsBefore(settings.windows(), interval)::apply);
        List<Row> totals = versions.transform(new Mentions(settings.windows(), interval, true)::apply)
                .transform(new CountsAsDecided(interval, before.filter(isTotal()))::apply)
                .withColumn("learned", lit(null).cast("double"))
                .collectAsList();
        Exposure exposure =
                new Exposure(holes).plus(past.filter(isTotal()).collectAsList()).plus(totals);
        Dataset<Row> mentioned =
                versions.select(explode(col("names")).as("term")).distinct();
        CountsAsDecided ofTerms =
                new CountsAsDecided(interval, before.filter(col("kind").notEqual(TermCount.TOTAL)));
        Dataset<Row> terms = versions.transform(new Mentions(settings.windows(), interval, false)::apply)
                .transform(
                        new LearnedCounts(
                                ofTerms,
                                past.transform(new PastLearning(mentioned)::apply),
                                exposure,
                                settings.minExposure())::apply);
        List<Row> learnt = totals.stream().map(total -> learnt(total, exposure)).toList();
        counts.append(rows(terms.union(spark.createDataFrame(learnt, LearnedCounts.SCHEMA))), tag);
        Failpoints.hit("counts.afterCommit");
        return totals.stream()
                .filter(total -> isFirst(total) && TermCount.SCOPE_ALL.equals(total.getAs("scope")))
                .count();
    }

    private static Column isTotal() {
        return col("kind").equalTo(TermCount.TOTAL);
    }

    private static boolean isFirst(Row total) {
        return total.<Long>getAs("decided") == Decisions.first(total.getAs("window"), total.getAs("width"));
    }

    private static Row learnt(Row total, Exposure exposure) {
        Double learned = isFirst(total)
                ? Double.valueOf(exposure.learned(total.getAs("width"), total.getAs("scope"), total.getAs("window")))
                : null;
        List<Object> values = new ArrayList<>();
        for (String column : WindowCount.SCHEMA.fieldNames()) {
            values.add(total.getAs(column));
        }
        values.add(learned);
        values.add(null);
        return RowFactory.create(values.toArray());
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
                timestamp_micros(col("capped_since")).as("capped_since"),
                col("blocked_posts"));
    }
}
