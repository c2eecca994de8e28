package io.groundswell.app.finding;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import io.groundswell.trends.rule.Mutes;
import io.groundswell.trends.rule.RuleTable;
import io.groundswell.trends.rule.Rules;
import io.groundswell.trends.rule.Watches;
import io.groundswell.trends.score.Rank;
import io.groundswell.trends.score.Rise;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;

/** Reads the trends of a lake as episodes. */
public record TrendFindings(Lake lake, AsOf asOf) {
    public TrendFindings(Lake lake) {
        this(lake, AsOf.NEWEST);
    }

    /**
     * Returns the strongest trends of the whole past by the evidence of their strongest window, each term once.
     *
     * @param kinds the kinds of terms wanted; empty for all
     */
    public List<TrendFinding> strongest(SparkSession spark, int limit, List<String> kinds) {
        return first(spark, episodes(spark), limit, kinds, STRENGTH);
    }

    /**
     * Returns the trends that lead the list at the newest decision of its moment, each term once: by the evidence of their
     * windows, as it is known, each halved for every 4 hours since. What a rule mutes at that decision is not among them.
     *
     * @param kinds the kinds of terms wanted; empty for all
     */
    public List<TrendFinding> leading(SparkSession spark, int limit, List<String> kinds) {
        return first(spark, episodes(spark).where(isHeard(spark)), limit, kinds, RANK);
    }

    /** Returns those trends of the list that {@link #leading} begins whose terms a rule watches at its newest decision. */
    public List<TrendFinding> watched(SparkSession spark, int limit, List<String> kinds) {
        return first(spark, episodes(spark).where(isHeard(spark)).where(isWatched(spark)), limit, kinds, RANK);
    }

    /** Returns the whole list that {@link #leading} begins, without series. */
    List<TrendFinding> whole(SparkSession spark, List<String> kinds) {
        return findings(ordered(episodes(spark).where(isHeard(spark)), kinds, RANK));
    }

    private Column isHeard(SparkSession spark) {
        return isHeard(lake, spark);
    }

    private Column isWatched(SparkSession spark) {
        Watches watches = Rules.of(new RuleTable(lake).changes(spark)).watches();
        UDF3<String, String, Long, Boolean> isWatched = (kind, term, now) -> watches.of(kind, term, now) != null;
        return udf(isWatched, DataTypes.BooleanType).apply(col("kind"), col("term"), col("now"));
    }

    /** Whether no rule mutes the term of a row, with kind and term, at the moment in its column now. */
    static Column isHeard(Lake lake, SparkSession spark) {
        Mutes mutes = Rules.of(new RuleTable(lake).changes(spark)).mutes();
        if (mutes.isEmpty()) {
            return lit(true);
        }
        UDF3<String, String, Long, Boolean> isHeard =
                (kind, term, now) -> mutes.of(kind, term).by(now) == null;
        return udf(isHeard, DataTypes.BooleanType).apply(col("kind"), col("term"), col("now"));
    }

    private List<TrendFinding> first(
            SparkSession spark, Dataset<Row> episodes, int limit, List<String> kinds, Column... order) {
        return new TermSeries(lake, asOf)
                .addTo(spark, findings(ordered(episodes, kinds, order).limit(limit)));
    }

    private static Dataset<Row> ordered(Dataset<Row> episodes, List<String> kinds, Column... order) {
        return episodes.where(kinds.isEmpty() ? lit(true) : col("kind").isin(kinds.toArray()))
                .withColumn(
                        "place",
                        row_number().over(Window.partitionBy("kind", "term").orderBy(order)))
                .where("place = 1")
                .orderBy(order);
    }

    private static List<TrendFinding> findings(Dataset<Row> episodes) {
        return episodes.collectAsList().stream().map(TrendFindings::finding).toList();
    }

    private static final Column[] STRENGTH = {
        col("evidence").desc(), col("term"), col("window_width"), col("trend_start")
    };
    private static final Column[] RANK = {
        col("shown").desc(), col("trend_start").desc(), col("term"), col("window_width")
    };

    /** One row a trend: a term's windows from first alarm on, each as last decided. */
    private Dataset<Row> episodes(SparkSession spark) {
        Table trends = lake.table(Catalogue.TRENDS);
        Dataset<Row> rows = trends.read(spark);
        trends.requireColumns(spark);
        Dataset<Row> newest = rows.where(asOf.isMade()).agg(max("decided_at").as("now"));
        return rows.where(asOf.has())
                .crossJoin(broadcast(newest))
                .groupBy("window_width", "kind", "term", "trend_start", "window_start", "now")
                .agg(
                        max_by(
                                        struct(
                                                col("display"),
                                                col("observed"),
                                                col("expected"),
                                                col("evidence"),
                                                col("rise"),
                                                col("rise_windows"),
                                                col("lift"),
                                                col("threshold"),
                                                col("false_alarms_per_day"),
                                                col("watched_by"),
                                                col("state"),
                                                col("alarmed")),
                                        col("decided_at"))
                                .as("known"),
                        min(when(col("alarmed"), col("decided_at"))).as("alarmed_at"))
                .groupBy("window_width", "kind", "term", "trend_start")
                .agg(
                        max(micros("now")).as("now"),
                        min("alarmed_at").as("alarmed_at"),
                        max(when(col("known.alarmed"), col("window_start"))).as("last_alarm"),
                        max("known.evidence").as("evidence"),
                        max_by(
                                        struct(col("known.rise"), col("known.rise_windows")),
                                        when(col("known.alarmed"), col("known.rise")))
                                .as("rise"),
                        // From what is known now of each window, of which the shown of later ones may not know.
                        max(Rank.decayed(col("known.evidence"), micros("window_start"), micros("now")))
                                .as("shown"),
                        max_by(
                                        struct(col("window_start"), col("known")),
                                        struct(col("known.evidence"), col("window_start")))
                                .as("peak"),
                        max_by(col("known.state"), col("window_start")).as("state"))
                .where("alarmed_at IS NOT NULL AND now IS NOT NULL");
    }

    private static TrendFinding finding(Row row) {
        Row peak = row.getAs("peak");
        Row known = peak.getAs("known");
        Duration width = Duration.ofSeconds(row.<Integer>getAs("window_width"));
        Instant start = instant(row, "trend_start");
        Timestamp lastAlarm = row.getAs("last_alarm");
        return new TrendFinding(
                row.getAs("kind"),
                row.getAs("term"),
                known.getAs("display"),
                width,
                start,
                instant(row, "alarmed_at"),
                (lastAlarm == null ? start : lastAlarm.toInstant()).plus(width),
                instant(peak, "window_start"),
                known.<Long>getAs("observed"),
                known.<Double>getAs("expected"),
                known.<Double>getAs("evidence"),
                rise(row.getAs("rise")),
                known.<Double>getAs("lift"),
                row.<Double>getAs("shown"),
                known.<Double>getAs("threshold"),
                known.<Double>getAs("false_alarms_per_day"),
                row.getAs("state"),
                known.<String>getAs("watched_by"),
                List.of());
    }

    /** Returns none where later decisions have taken back every alarm. */
    private static Rise rise(Row row) {
        return row == null ? Rise.NONE : Rise.of(row);
    }

    private static Column micros(String time) {
        return unix_micros(col(time));
    }

    private static Instant instant(Row row, String column) {
        return row.<Timestamp>getAs(column).toInstant();
    }
}
