package io.groundswell.job;

import io.groundswell.model.Run;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs on a lake: one of a name at a time, each with a row in ops.runs.
 *
 * @param clock for the times in ops.runs, of which no result depends
 */
public record JobRunner(Lake lake, Clock clock) {
    /** The Spark property that names the run to what the job calls: see {@link #runId}. */
    private static final String RUN_ID = "groundswell.run";

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    /** Returns the id of the run that this thread is in; null outside one. */
    public static String runId(SparkSession spark) {
        return spark.sparkContext().getLocalProperty(RUN_ID);
    }

    /**
     * Creates the job's tables where they are missing, runs it and records the run.
     *
     * @return the recorded run
     * @throws PlatformException if another run of the job is going on, or the job says so
     */
    public Run run(Job job, SparkSession spark) {
        try (Lease lease = Lease.take(lake, job.name())) {
            return runLeased(job, spark);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot take the lease of " + job.name() + " on " + lake.root(), e);
        }
    }

    private Run runLeased(Job job, SparkSession spark) {
        String runId = UUID.randomUUID().toString();
        Instant startedAt = clock.instant();
        job.writes().forEach(table -> table.createIfAbsent(spark));
        Map<String, Long> read = versions(spark, job.reads());
        Map<String, Long> before = versions(spark, job.writes());
        LOG.info("{} starts: run {}, reading {}", job.name(), runId, read);
        Outcome outcome = null;
        RuntimeException failure = null;
        spark.sparkContext().setLocalProperty(RUN_ID, runId);
        try {
            outcome = job.run(spark);
        } catch (RuntimeException e) {
            failure = e;
        } finally {
            spark.sparkContext().setLocalProperty(RUN_ID, null);
        }
        Map<String, Long> written = versions(spark, job.writes());
        written.entrySet().removeIf(table -> table.getValue().equals(before.get(table.getKey())));
        Instant endedAt = clock.instant();
        Run run = new Run(
                runId,
                job.name(),
                startedAt,
                endedAt,
                Duration.between(startedAt, endedAt).toMillis() / 1000.0,
                failure == null ? "done" : "failed",
                engine(spark, outcome),
                read,
                written,
                outcome == null ? Map.of() : outcome.rows(),
                failure == null ? null : failure.getClass().getSimpleName());
        record(spark, run);
        LOG.info("{} {}: {} s, rows {}, wrote {}", job.name(), run.status(), run.seconds(), run.rows(), written);
        if (failure != null) {
            throw failure;
        }
        return run;
    }

    private void record(SparkSession spark, Run run) {
        Table runs = lake.table(Catalogue.RUNS);
        runs.createIfAbsent(spark);
        runs.append(spark.createDataFrame(List.of(Rows.of(run)), runs.spec().schema()));
    }

    private static String engine(SparkSession spark, Outcome outcome) {
        String base = "spark " + spark.version();
        return outcome == null || outcome.engine().isEmpty() ? base : base + ", " + outcome.engine();
    }

    private static Map<String, Long> versions(SparkSession spark, List<Table> tables) {
        Map<String, Long> versions = new TreeMap<>();
        for (Table table : tables) {
            OptionalLong version = table.version(spark);
            version.ifPresent(known -> versions.put(table.name(), known));
        }
        return versions;
    }
}
