package io.groundswell.app.metrics;

import io.groundswell.job.Job;
import io.groundswell.job.PlatformException;
import io.groundswell.model.Run;
import io.groundswell.table.Lake;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the runs of this process, of which some may go on side by side, and tells of them, where settings ask for it. The
 * endpoint stays open between runs.
 */
public final class Telemetry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Telemetry.class);

    private final Clock clock;
    private final Map<String, JobMeters> jobs = new ConcurrentHashMap<>();
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final Map<String, PrometheusMeterRegistry> written = new ConcurrentHashMap<>();
    private final PrometheusMeterRegistry served = registry();
    private MetricsServer server;

    public Telemetry(Clock clock) {
        this.clock = clock;
    }

    /**
     * Runs a job and tells of it. What goes wrong in telling is a warning in the log, such as a port that another process
     * serves; the run goes on.
     *
     * @param run runs the job, whose lease is held
     * @throws io.groundswell.job.PlatformException if the endpoint would be open to a network that is not to be trusted
     */
    public Run watch(MetricsSettings settings, Job job, Lake lake, SparkSession spark, Supplier<Run> run) {
        if (!settings.isServed() && settings.file().isEmpty()) {
            return run.get();
        }
        serve(settings);
        JobMeters meters = jobs.computeIfAbsent(job.name(), this::meters);
        Optional<LakeMeters> tables = tables(job, lake, spark, meters);
        meters.set(Metric.JOB_UP, 1);
        running.add(job.name());
        Instant started = clock.instant();
        boolean isDone = false;
        try (BatchListener batches = BatchListener.on(spark, query -> !isOfAnother(job, query), batch -> {
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
            running.remove(job.name());
            refresh(tables);
            ended(meters, started, isDone);
            settings.file().ifPresent(file -> write(MetricsFile.of(file, job.name()), job));
        }
    }

    /** A job may run queries of others, as 'rebuild' does; those are another's only where that runs too. */
    private boolean isOfAnother(Job job, String query) {
        return running.stream().anyMatch(other -> !other.equals(job.name()) && query.startsWith(other + "/"));
    }

    /** Returns empty where the tables can't be read: the run may be what mends them. */
    private static Optional<LakeMeters> tables(Job job, Lake lake, SparkSession spark, JobMeters meters) {
        try {
            return Optional.of(LakeMeters.of(job, lake, spark, meters));
        } catch (RuntimeException e) {
            LOG.warn("There are no metrics of the tables of {}", job.name(), e);
            return Optional.empty();
        }
    }

    private void write(MetricsFile file, Job job) {
        try {
            file.write(written.get(job.name()).scrape());
        } catch (RuntimeException e) {
            LOG.warn("The metrics of {} are not written", job.name(), e);
        }
    }

    private synchronized void serve(MetricsSettings settings) {
        if (settings.isServed() && server == null) {
            MetricsServer.requireTrusted(settings.address(), settings.openToNetwork());
            try {
                server = MetricsServer.open(settings.address(), settings.port(), served::scrape);
            } catch (PlatformException taken) { // by a job that goes on, as a schedule's short ones find it
                LOG.warn("Metrics are not served", taken);
                return;
            }
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

    private static void refresh(Optional<LakeMeters> tables) {
        try {
            tables.ifPresent(LakeMeters::refresh);
        } catch (RuntimeException e) { // a run must not end because it can't be told of
            LOG.warn("Metrics of commits are not whole", e);
        }
    }

    static PrometheusMeterRegistry registry() {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }

    @Override
    public synchronized void close() {
        Optional.ofNullable(server).ifPresent(MetricsServer::close);
        server = null;
    }
}
