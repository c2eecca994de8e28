package io.groundswell.trends;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import io.groundswell.job.BatchQuery;
import io.groundswell.job.Cadence;
import io.groundswell.job.Job;
import io.groundswell.job.Outcome;
import io.groundswell.model.TermCount;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import io.groundswell.trends.count.Decisions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Counts the terms of silver.post_changes per window into gold.term_counts, and writes those that rise beyond what
 * their past lets one expect to gold.trends, decision by decision.
 *
 * <p>The stream only says that something has landed; what is decided then is a function of the tables, so neither
 * batches nor a lost checkpoint change a row.
 */
public record DetectTrends(Lake lake, TrendSettings settings, Cadence cadence) implements Job {

    @Override
    public String name() {
        return "detect-trends";
    }

    @Override
    public List<Table> reads() {
        return List.of(lake.table(Catalogue.POST_CHANGES), lake.table(Catalogue.FRONTIERS));
    }

    @Override
    public List<Table> writes() {
        return List.of(lake.table(Catalogue.TERM_COUNTS), lake.table(Catalogue.TRENDS));
    }

    @Override
    public Outcome run(SparkSession spark) {
        Decider decider = new Decider(lake, settings, spark);
        long before = decider.decidedThrough();
        new BatchQuery(lake.checkpoint(name(), "landed"), cadence).run(landed(spark), (batch, id) -> decider.decide());
        decider.decide(); // a lake with nothing new may still owe what a killed run did not decide
        return outcome(spark, before, decider.decidedThrough());
    }

    /** What makes a decision due: changes, or an archive that was read to its end. The rows themselves are not read. */
    private Dataset<Row> landed(SparkSession spark) {
        Dataset<Row> changes = lake.table(Catalogue.POST_CHANGES).stream(spark);
        Table frontiers = lake.table(Catalogue.FRONTIERS);
        frontiers.createIfAbsent(spark);
        return changes.select("source").union(frontiers.stream(spark).select("source"));
    }

    private Outcome outcome(SparkSession spark, long after, long through) {
        Column isNew = col("decided_at")
                .gt(lit(Decisions.instant(after)))
                .and(col("decided_at").leq(lit(Decisions.instant(through))));
        Map<String, Long> rows = new LinkedHashMap<>();
        Row counts = lake.table(Catalogue.TERM_COUNTS)
                .read(spark)
                .filter(isNew)
                .agg(
                        count_if(col("kind")
                                .equalTo(TermCount.TOTAL)
                                .and(col("learned").isNotNull())),
                        count(lit(1)))
                .head();
        rows.put("windows", counts.getLong(0));
        rows.put("counts", counts.getLong(1));
        Row trends = lake.table(Catalogue.TRENDS)
                .read(spark)
                .filter(isNew)
                .agg(count(lit(1)), count_if(col("alarmed")))
                .head();
        rows.put("trends", trends.getLong(0));
        rows.put("alarms", trends.getLong(1));
        return Outcome.of(rows);
    }
}
