package io.groundswell.job;

import io.groundswell.model.Run;
import io.groundswell.rebuild.RebuildPlace;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

    /** Whoever asks whether a lease is held has it for a moment. */
    private static final Duration GLANCE = Duration.ofSeconds(1);

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
        return run(job, spark, Supplier::get);
    }

    /**
     * Does so with somebody watching, who sees no run that is refused.
     *
     * @param watch makes the run happen that it is given, and returns it
     */
    public Run run(Job job, SparkSession spark, Function<Supplier<Run>, Run> watch) {
        try (Lease lease = Lease.await(lake, job.name(), GLANCE)) {
            return watch.apply(() -> runLeased(job, spark));
        }
    }

    private Run runLeased(Job job, SparkSession spark) {
        if (job.replaces().isEmpty()) {
            new RebuildPlace(lake, spark.sparkContext().hadoopConfiguration()).requireNoSwap();
        }
        String runId = UUID.randomUUID().toString();
        try (LogFields.Scope scope = LogFields.with(Map.of(LogFields.JOB, job.name(), LogFields.RUN, runId))) {
            return run(job, runId, spark);
        }
    }

    private Run run(Job job, String runId, SparkSession spark) {
        Instant startedAt = clock.instant();
        for (Table table : job.writes()) {
            table.createIfAbsent(spark);
            table.requireColumns(spark);
        }
        // Of the list of runs too: a version that was lost would be committed again, and a run be gone.
        Stream.of(job.reads(), changed(job), List.of(lake.table(Catalogue.RUNS)))
                .flatMap(List::stream)
                .filter(table -> table.exists(spark))
                .forEach(table -> table.requireWholeLog(spark));
        Map<String, Long> read = versions(spark, job.reads());
        Map<String, Long> before = versions(spark, changed(job));
        LOG.info("{} starts: run {}, reading {}", job.name(), runId, read);
        spark.sparkContext().setLocalProperty(RUN_ID, runId);
        try {
            Outcome outcome = job.run(spark);
            Run run = new Run(
                    runId,
                    job.name(),
                    startedAt,
                    clock.instant(),
                    secondsSince(startedAt),
                    Run.DONE,
                    engine(spark, outcome.engine()),
                    read,
                    written(spark, job, before),
                    outcome.rows(),
                    null);
            record(spark, run);
            return run;
        } catch (Throwable failure) {
            try {
                record(
                        spark,
                        new Run(
                                runId,
                                job.name(),
                                startedAt,
                                clock.instant(),
                                secondsSince(startedAt),
                                Run.FAILED,
                                engine(spark, ""),
                                read,
                                written(spark, job, before),
                                Map.of(),
                                failure.getClass().getSimpleName()));
            } catch (Exception alsoFailed) {
                failure.addSuppressed(alsoFailed);
            }
            throw failure;
        } finally {
            spark.sparkContext().setLocalProperty(RUN_ID, null);
        }
    }

    private static List<Table> changed(Job job) {
        return Stream.concat(job.writes().stream(), job.replaces().stream()).toList();
    }

    private double secondsSince(Instant startedAt) {
        return Duration.between(startedAt, clock.instant()).toMillis() / 1000.0;
    }

    private static Map<String, Long> written(SparkSession spark, Job job, Map<String, Long> before) {
        Map<String, Long> written = versions(spark, changed(job));
        written.entrySet().removeIf(table -> table.getValue().equals(before.get(table.getKey())));
        return written;
    }

    private void record(SparkSession spark, Run run) {
        Table runs = lake.table(Catalogue.RUNS);
        runs.createIfAbsent(spark);
        runs.append(spark.createDataFrame(List.of(Rows.of(run)), runs.spec().schema()));
        LOG.info(
                "{} {}: {} s, rows {}, wrote {}",
                run.job(),
                run.status(),
                run.seconds(),
                run.rows(),
                run.versionsWritten());
    }

    private static String engine(SparkSession spark, String beside) {
        String base = "spark " + spark.version();
        return beside.isEmpty() ? base : base + ", " + beside;
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
