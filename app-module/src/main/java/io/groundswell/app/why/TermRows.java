package io.groundswell.app.why;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;

import io.groundswell.app.finding.NamedTerm;
import io.groundswell.model.TermCount;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.table.TableSpec;
import io.groundswell.trends.score.DecidedCounts;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The few rows of gold that a card is made of; times in microseconds. */
record TermRows(SparkSession spark, Lake lake, String scope, List<Integer> widths) {
    /** Returns the counts of a term in whatever kind it may be of: those of {@link DecidedCounts}. */
    List<Row> counts(NamedTerm term) {
        Map<Integer, Long> always = widths.stream().collect(Collectors.toMap(Function.identity(), width -> 0L));
        return ofScope(Catalogue.TERM_COUNTS)
                .where(term.isNamed())
                .transform(new DecidedCounts(always)::apply)
                .collectAsList();
    }

    /** Returns the rows of gold.trends of a term. */
    List<Row> trends(String kind, String term) {
        Dataset<Row> all = ofScope(Catalogue.TRENDS);
        lake.table(Catalogue.TRENDS).requireColumns(spark);
        return all.where(col("kind").equalTo(kind).and(col("term").equalTo(term)))
                .select(
                        col("window_width").as("width"),
                        unix_micros(col("window_start")).as("window"),
                        unix_micros(col("decided_at")).as("decided"),
                        unix_micros(col("trend_start")).as("trend_start"),
                        col("display"),
                        col("posts"),
                        col("observed"),
                        col("expected"),
                        col("evidence"),
                        col("rise"),
                        col("rise_windows"),
                        col("alarmed"),
                        col("state"),
                        col("coverage"),
                        col("muted_by"),
                        col("watched_by"),
                        col("threshold"),
                        col("false_alarms_per_day"),
                        col("sample_post_ids"))
                .collectAsList();
    }

    /**
     * Returns the totals on which the expectations of windows hang.
     *
     * @param windows the oldest window of each width, in microseconds
     * @param newest the newest of all
     */
    List<Row> totals(Map<Integer, Long> windows, long newest) {
        return ofScope(Catalogue.TERM_COUNTS)
                .where(col("kind").equalTo(TermCount.TOTAL))
                .where(col("window_start").leq(lit(Micros.instant(newest))))
                .transform(DecidedCounts.since(windows)::apply)
                .collectAsList();
    }

    private Dataset<Row> ofScope(TableSpec table) {
        return lake.table(table).read(spark).where(col("scope").equalTo(scope));
    }
}
