package io.groundswell.trends.score;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.groundswell.job.Transform;
import io.groundswell.model.TermCount;
import io.groundswell.trends.count.Interval;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What {@link ScoredTrends} goes through, from {@link DecidedCounts}: the counts that an interval decides and the first
 * decisions before it, of terms that can have a row of gold.trends; then the rows that they have already.
 *
 * @param trends rows of gold.trends from before the interval, as far back as lives that may still go on
 * @param candidates rows of {@link Candidates}
 */
public record TermEvents(Interval interval, Dataset<Row> trends, Dataset<Row> candidates) implements Transform {
    private static final String[] SERIES = {"width", "scope", "kind", "term"};

    @Override
    public Dataset<Row> apply(Dataset<Row> counts) {
        Dataset<Row> known = known();
        Column isDue = col("decided").gt(lit(interval.after()));
        Dataset<Row> ofTerms = counts.filter(col("kind").notEqual(TermCount.TOTAL))
                .filter(col("decided").leq(lit(interval.through())))
                .filter(isDue.or(col("learned").isNotNull()));
        Dataset<Row> scored =
                candidates.union(known.select("width", "scope", "kind", "term")).distinct();
        return ofTerms.join(broadcast(scored), SERIES, "left_semi")
                .select(
                        col("scope"),
                        col("kind"),
                        col("term"),
                        col("width"),
                        col("window"),
                        col("decided"),
                        when(isDue, TermEvent.DUE).otherwise(TermEvent.PAST).as("type"),
                        col("posts"),
                        col("authors"),
                        col("top_author_posts"),
                        col("texts"),
                        col("learned"),
                        lit(null).cast("bigint").as("trend_start"),
                        lit(null).cast("double").as("evidence"),
                        lit(null).cast("boolean").as("alarmed"),
                        lit(null).cast("string").as("state"),
                        lit(null).cast("double").as("shown"),
                        col("capped_since").isNotNull().as("is_capped"))
                .union(known);
    }

    private Dataset<Row> known() {
        return trends.transform(new TrendRows()::apply)
                .select(
                        col("scope"),
                        col("kind"),
                        col("term"),
                        col("width"),
                        col("window"),
                        col("decided"),
                        lit(TermEvent.TREND).as("type"),
                        col("posts"),
                        col("observed").as("authors"),
                        lit(0L).as("top_author_posts"),
                        lit(0).as("texts"),
                        lit(null).cast("double").as("learned"),
                        col("trend_start"),
                        col("evidence"),
                        col("alarmed"),
                        col("state"),
                        col("shown"),
                        lit(false).as("is_capped"));
    }
}
