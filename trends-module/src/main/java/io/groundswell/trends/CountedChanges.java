package io.groundswell.trends;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.unix_micros;

import io.groundswell.model.PostChange;
import io.groundswell.model.Trend;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.trends.count.DueChanges;
import io.groundswell.trends.count.Interval;
import io.groundswell.trends.count.PostVersions;
import io.groundswell.trends.count.Windows;
import io.groundswell.trends.count.WrittenTerms;
import io.groundswell.trends.rule.Blocks;
import io.groundswell.trends.rule.RuleTable;
import io.groundswell.trends.rule.Rules;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The changes of posts that a row of {@link Trend} counted, found as 'detect-trends' counts them: in the versions of the
 * posts that were known at the decision, by the rules in force then.
 *
 * <p>The newest version of silver.post_changes is read. A change that landed after the decision though it is stamped before
 * it, as late archives bring them, is among these and not among the row's posts.
 */
public record CountedChanges(
        Lake lake, String scope, String kind, String term, Instant windowStart, int windowWidth, Instant decidedAt) {
    private static final String[] VERSION = {"source", "post_id", "valid_from"};

    /**
     * Returns a row a post, in no order: source, post_id, version, op, received_at, lane, offset, language; author (64-bit
     * hash), display (as the post wrote the term) and first_received (microseconds).
     */
    public Dataset<Row> read(SparkSession spark) {
        long decided = Micros.of(decidedAt);
        Interval decision = new Interval(decided - 1, decided);
        List<Integer> widths = List.of(windowWidth);
        Blocks blocks = Rules.of(new RuleTable(lake).changes(spark))
                .during(decision.after(), decision.through())
                .blocks();
        Dataset<Row> due =
                lake.table(Catalogue.POST_CHANGES).read(spark).transform(new DueChanges(decision, widths)::apply);
        Dataset<Row> terms =
                spark.range(1).select(lit(kind).as("kind"), lit(term).as("term"));
        Dataset<Row> counted = due.transform(new PostVersions(blocks)::apply)
                .transform(new WrittenTerms(terms, new Windows(widths, List.of(scope)))::apply)
                .filter(col("window")
                        .equalTo(Micros.of(windowStart))
                        .and(col("scope").equalTo(scope)))
                .filter(col("valid_from").lt(decided).and(col("valid_to").geq(decided)))
                .select("source", "post_id", "valid_from", "author", "display", "first_received")
                .dropDuplicates(VERSION);
        return written(due).join(counted, VERSION).drop("valid_from");
    }

    /** The change that a version was made by: of those received at once the last, and of its copies the first. */
    private Dataset<Row> written(Dataset<Row> due) {
        Column isOfTheWindow = col("created_at")
                .geq(lit(windowStart))
                .and(col("created_at").lt(lit(windowStart.plusSeconds(windowWidth))));
        WindowSpec received = Window.partitionBy("source", "post_id", "valid_from")
                .orderBy(
                        col("op").desc(),
                        length(col("version")).desc(),
                        col("version").desc(),
                        col("lane"),
                        col("offset"));
        return due.filter(col("op").isin(PostChange.CREATED, PostChange.EDITED).and(isOfTheWindow))
                .select(
                        col("source"),
                        col("post_id"),
                        unix_micros(col("received_at")).as("valid_from"),
                        col("version"),
                        col("op"),
                        col("received_at"),
                        col("position.lane").as("lane"),
                        col("position.offset").as("offset"),
                        col("language"))
                .withColumn("place", row_number().over(received))
                .filter(col("place").equalTo(1))
                .drop("place");
    }
}
