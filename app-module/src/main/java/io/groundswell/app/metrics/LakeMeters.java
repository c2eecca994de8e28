package io.groundswell.app.metrics;

import static org.apache.spark.sql.functions.max;

import io.groundswell.app.lake.DataFile;
import io.groundswell.app.lake.KernelTable;
import io.groundswell.job.Job;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.table.Table;
import io.groundswell.trends.DetectTrends;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * What the commits of a job's tables tell: the tables are asked, not the job, so what is counted has happened, once, and
 * no job knows of meters. Only the job that writes a table tells of it.
 */
final class LakeMeters {
    private final JobMeters meters;
    private final List<CommitTail> tails;
    private final Map<String, Instant> received = new TreeMap<>();

    private LakeMeters(JobMeters meters, List<CommitTail> tails) {
        this.meters = meters;
        this.tails = tails;
    }

    /** Begins behind the newest versions; what the small tables say already is told at once. */
    static LakeMeters of(Job job, Lake lake, SparkSession spark, JobMeters meters) {
        Configuration conf = spark.sparkContext().hadoopConfiguration();
        List<CommitTail> tails = job.writes().stream()
                .map(table -> new CommitTail(table, conf, table.version(spark).orElse(-1)))
                .toList();
        LakeMeters of = new LakeMeters(meters, tails);
        if (job.writes().contains(lake.table(Catalogue.FRONTIERS))) {
            of.received(newest(lake.table(Catalogue.FRONTIERS), spark));
        }
        if (job.writes().contains(lake.table(Catalogue.GAPS))) {
            of.gaps(lake.table(Catalogue.GAPS));
        }
        if (job.writes().contains(lake.table(Catalogue.TERM_COUNTS))) {
            KernelTable.open(lake.table(Catalogue.TERM_COUNTS))
                    .map(counts -> counts.transaction(DetectTrends.NAME))
                    .orElse(OptionalLong.empty())
                    .ifPresent(of::decided);
        }
        return of;
    }

    /** Returns a row a source: the table grows by one with each batch. */
    private static List<Map<String, Object>> newest(Table frontiers, SparkSession spark) {
        if (!frontiers.exists(spark)) {
            return List.of();
        }
        return frontiers.read(spark).groupBy("source").agg(max("received_through")).collectAsList().stream()
                .map(row -> Map.<String, Object>of(
                        "source",
                        row.getString(0),
                        "received_through",
                        row.getTimestamp(1).toInstant()))
                .toList();
    }

    /** Tells of the commits since the last time. */
    synchronized void refresh() {
        for (CommitTail tail : tails) {
            List<LoggedCommit> news = tail.news();
            for (LoggedCommit commit : news) {
                tail.told(commit);
                tell(tail, commit);
            }
            if (!news.isEmpty() && tail.table().spec().equals(Catalogue.GAPS)) {
                gaps(tail.table());
            }
        }
    }

    private void tell(CommitTail tail, LoggedCommit commit) {
        Table table = tail.table();
        meters.add(Metric.ROWS_WRITTEN, commit.rows(), table.name());
        meters.set(Metric.TABLE_VERSION, commit.version(), table.name());
        meters.set(Metric.LAST_COMMIT_TIME, commit.at().toEpochMilli() / 1000.0, table.name());
        for (DataFile added : commit.added()) {
            if (table.spec().equals(Catalogue.REJECTED_POSTS)) {
                tail.file(added).read("reason").stream()
                        .map(row -> Objects.toString(row.get("reason")))
                        .forEach(reason -> meters.add(Metric.REJECTED, 1, reason));
            }
            if (table.spec().equals(Catalogue.FRONTIERS)) {
                received(tail.file(added).read("source", "received_through"));
            }
        }
        if (table.spec().equals(Catalogue.TERM_COUNTS) && commit.transactions().containsKey(DetectTrends.NAME)) {
            decided(commit.transactions().get(DetectTrends.NAME));
        }
    }

    private void received(List<Map<String, Object>> frontiers) {
        for (Map<String, Object> row : frontiers) {
            String source = String.valueOf(row.get("source"));
            Instant through = Instant.parse(String.valueOf(row.get("received_through")));
            Instant newest = received.merge(source, through, (a, b) -> a.isAfter(b) ? a : b);
            meters.setMoment(Metric.RECEIVED_TIME, Metric.RECEIVED_LAG, newest, source);
        }
    }

    private void gaps(Table table) {
        List<Map<String, Object>> gaps = KernelTable.contentOf(table);
        meters.set(Metric.GAPS, gaps.size());
        meters.set(
                Metric.OPEN_GAPS,
                gaps.stream().filter(gap -> gap.get("to_received") == null).count());
    }

    private void decided(long moment) {
        meters.setMoment(Metric.DECIDED_TIME, Metric.DECIDED_LAG, Micros.instant(moment));
    }
}
