package io.groundswell.app.metrics;

import io.groundswell.job.Job;
import io.groundswell.model.Run;
import io.groundswell.table.Lake;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the runs of this process and tells of them, where settings ask for it. The endpoint stays open between runs. */
public final class Telemetry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Telemetry.class);

    private final Clock clock;
    private final Map<String, JobMeters> jobs = new HashMap<>();
    private final Map<String, PrometheusMeterRegistry> written = new HashMap<>();
    private final PrometheusMeterRegistry served = registry();
    private MetricsServer server;

    public Telemetry(Clock clock) {
        this.clock = clock;
    }

    /**
     * Runs a job and tells of it. What goes wrong in telling of a run that goes on is a warning in the log.
     *
     * @param run runs the job
     * @throws io.groundswell.job.PlatformException if the endpoint can't be opened or the file can't be written
     */
    public Run watch(MetricsSettings settings, Job job, Lake lake, SparkSession spark, Supplier<Run> run) {
        if (!settings.isServed() && settings.file().isEmpty()) {
            return run.get();
        }
        serve(settings);
        JobMeters meters = jobs.computeIfAbsent(job.name(), this::meters);
        LakeMeters tables = LakeMeters.of(job, lake, spark, meters);
        meters.set(Metric.JOB_UP, 1);
        Instant started = clock.instant();
        boolean isDone = false;
        try (BatchListener batches = BatchListener.on(spark, batch -> {
            batch.tell(meters);
            if (batch.rows() > 0) {
                refresh(tables);
            }
        })) {
            try {
                Run done = run.get();
                isDone = true;
                return done;
            } finally {
                batches.awaitLast();
            }
        } finally {
            refresh(tables);
            ended(meters, started, isDone);
            settings.file().ifPresent(file -> MetricsFile.of(file, job.name())
                    .write(written.get(job.name()).scrape()));
        }
    }

    private void serve(MetricsSettings settings) {
        if (settings.isServed() && server == null) {
            server = MetricsServer.open(settings.address(), settings.port(), settings.openToNetwork(), served::scrape);
            new JvmMeters().bindTo(served);
            LOG.info("Metrics are served at http://{}:{}/metrics", settings.address(), server.port());
        }
    }

    /** The served registry has the jobs of the whole process, a file those of one. */
    private JobMeters meters(String job) {
        PrometheusMeterRegistry ofJob = written.computeIfAbsent(job, any -> registry());
        List<MeterRegistry> both = List.of(served, ofJob);
        return new JobMeters(job, new CompositeMeterRegistry(io.micrometer.core.instrument.Clock.SYSTEM, both), clock);
    }

    private void ended(JobMeters meters, Instant started, boolean isDone) {
        Instant now = clock.instant();
        meters.set(Metric.JOB_UP, 0);
        meters.add(Metric.RUNS, 1, isDone ? Run.DONE : Run.FAILED);
        meters.set(Metric.LAST_RUN_TIME, now.toEpochMilli() / 1000.0);
        meters.set(Metric.LAST_RUN_SECONDS, Duration.between(started, now).toMillis() / 1000.0);
        meters.set(Metric.LAST_RUN_SUCCESS, isDone ? 1 : 0);
    }

    private static void refresh(LakeMeters tables) {
        try {
            tables.refresh();
        } catch (RuntimeException e) { // a run must not end because it can't be told of
            LOG.warn("Metrics of commits are not whole", e);
        }
    }

    static PrometheusMeterRegistry registry() {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }

    @Override
    public void close() {
        Optional.ofNullable(server).ifPresent(MetricsServer::close);
        server = null;
    }
}
