package io.groundswell.app;

import io.groundswell.app.metrics.Telemetry;
import io.groundswell.app.output.Output;
import io.groundswell.app.settings.Settings;
import io.groundswell.job.Job;
import io.groundswell.job.JobRunner;
import io.groundswell.model.Run;
import io.groundswell.registry.ModelRegistry;
import io.groundswell.session.SessionSettings;
import io.groundswell.session.Sessions;
import io.groundswell.table.Lake;
import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.rule.RuleBook;
import java.time.Clock;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * What every command works with.
 *
 * @param conf settings handed on to Spark as they are
 * @param telemetry watches every run
 */
public record Context(Settings settings, Map<String, String> conf, Output output, Clock clock, Telemetry telemetry) {

    public Lake lake() {
        return new Lake(settings.get(Sections.LAKE).root());
    }

    /** Returns the session, which is started at the first call. */
    public SparkSession spark() {
        boolean isSubmitted = System.getProperty("spark.master") != null;
        return Sessions.of(new SessionSettings(
                isSubmitted ? "" : settings.get(Sections.SPARK).master(), conf));
    }

    /** Returns one with no line that follows what it runs. */
    public Context unwatched() {
        return new Context(settings, conf, output.unwatched(), clock, telemetry);
    }

    public Run run(Job job) {
        SparkSession spark = spark();
        try (BatchesDone batches = BatchesDone.count(spark, output.isLive());
                Output.Following step = output.follow(job.name(), 0, "batches", batches::count)) {
            JobRunner runner = new JobRunner(lake(), clock);
            return runner.run(
                    job, spark, run -> telemetry.watch(settings.get(Sections.METRICS), job, lake(), spark, run));
        }
    }

    public Jobs jobs() {
        return new Jobs(settings, lake(), clock);
    }

    public RuleBook rules() {
        return new RuleBook(lake(), settings.get(Sections.RULES), clock);
    }

    public TrendSettings trendSettings() {
        return settings.get(Sections.TRENDS);
    }

    public ModelRegistry registry() {
        return new ModelRegistry(lake(), clock);
    }
}
