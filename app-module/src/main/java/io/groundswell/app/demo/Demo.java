package io.groundswell.app.demo;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.groundswell.app.Context;
import io.groundswell.app.Jobs;
import io.groundswell.app.finding.CommunityFindings;
import io.groundswell.app.finding.StoryFindings;
import io.groundswell.app.finding.TopicFinding;
import io.groundswell.app.finding.TopicFindings;
import io.groundswell.app.finding.TrendFindings;
import io.groundswell.app.output.Output;
import io.groundswell.ingest.IngestSettings;
import io.groundswell.ingest.InputKind;
import io.groundswell.ingest.simulate.Simulation;
import io.groundswell.ingest.simulate.SimulationSettings;
import io.groundswell.ingest.simulate.Simulator;
import io.groundswell.ingest.simulate.Truth;
import io.groundswell.job.Cadence;
import io.groundswell.job.Job;
import io.groundswell.job.PlatformException;
import io.groundswell.model.Run;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Runs every job over one replay and gathers what they found. */
public final class Demo {
    private static final int TRENDS = 20;
    private static final int STORIES = 10;
    private static final int COMMUNITIES = 10;
    private static final String SPOOL = "spool";

    /** Archives are samples, and thin: of a day few authors are left who use the same two hashtags. */
    private static final Duration WINDOW_OF_ARCHIVE = Duration.ofDays(7);

    private final Context context;
    private final List<Step> steps = new ArrayList<>();

    public Demo(Context context) {
        this.context = context;
    }

    /**
     * Replays the plan's posts into the lake; what is there already is not done again.
     *
     * @throws PlatformException if the lake holds something else than this demo
     */
    public DemoResult run(DemoPlan plan) throws IOException {
        Instant started = context.clock().instant();
        List<Job> jobs = jobs(plan); // before anything is written, so that a bad setting is told at once
        DemoLake lake = new DemoLake(context.lake());
        if (plan.archive().isEmpty()) {
            lake.folder(); // says so where posts can't be simulated
        }
        lake.claim(plan.describe());
        Optional<Truth> truth = Optional.empty();
        if (plan.archive().isEmpty()) {
            truth = Optional.of(simulate(plan.simulation()));
        }
        startSession();
        runAll(jobs);
        return gather(truth, secondsSince(started));
    }

    /** One line follows all of them: a terminal has one. */
    private void runAll(List<Job> jobs) {
        Set<String> running = new ConcurrentSkipListSet<>();
        Context quiet = context.unwatched();
        List<String> order = jobs.stream().map(Job::name).toList();
        try (Output.Following line = context.output().follow(() -> String.join(", ", running))) {
            SideBySide.run(jobs, job -> {
                context.output().begin(job.name(), 0, "");
                running.add(job.name());
                try {
                    Run run = quiet.run(job);
                    add(new Step(job.name(), run.seconds(), run.rows()));
                    return run;
                } finally {
                    running.remove(job.name());
                }
            });
        }
        // Simulation and session, which are no jobs, stay first.
        steps.sort(Comparator.comparingInt(step -> order.indexOf(step.name())));
    }

    private List<Job> jobs(DemoPlan plan) {
        Jobs jobs = context.jobs();
        return List.of(
                jobs.ingest(input(plan, jobs.ingestSettings())),
                jobs.settlePosts(Cadence.AVAILABLE_NOW),
                jobs.detectTrends(Cadence.AVAILABLE_NOW),
                plan.archive().isPresent() ? jobs.buildGraph(WINDOW_OF_ARCHIVE) : jobs.buildGraph(),
                jobs.fitTfidf(),
                jobs.fitTopics(),
                jobs.scorePosts(Cadence.AVAILABLE_NOW));
    }

    private Truth simulate(SimulationSettings settings) throws IOException {
        Instant started = context.clock().instant();
        context.output().begin("simulate", settings.posts(), "posts");
        Path folder = new DemoLake(context.lake()).folder();
        Path spool = folder.resolve(SPOOL);
        Path truthFile = folder.resolve("truth.json");
        Truth truth = Simulation.isComplete(spool, truthFile, settings)
                ? Truth.read(truthFile)
                : written(new Simulator(settings), settings, spool, truthFile);
        add(new Step(
                "simulate",
                secondsSince(started),
                Map.of("posts", truth.counts().posts())));
        return truth;
    }

    private Truth written(Simulator simulator, SimulationSettings settings, Path spool, Path truth) throws IOException {
        try (Output.Following step =
                context.output().follow("simulate", settings.posts(), "posts", simulator::written)) {
            return simulator.writeSpool(spool, truth);
        }
    }

    private void startSession() {
        Instant started = context.clock().instant();
        if (!context.output().isLive()) {
            context.output().progress("session       starting Spark …");
        }
        try (Output.Following step = context.output().follow("session", 0, "", () -> 0)) {
            context.spark();
        }
        add(new Step("session", secondsSince(started), Map.of()));
    }

    private synchronized void add(Step step) {
        steps.add(step);
        context.output()
                .progress("%-13s %6.1f s  %s".formatted(step.name(), step.seconds(), DemoReport.counts(step.rows())));
    }

    /** What is asked of the tables takes Spark more time to plan than to read, which it does for several at once. */
    private DemoResult gather(Optional<Truth> truth, double seconds) {
        SparkSession spark = context.spark();
        Lake lake = context.lake();
        return SideBySide.together(asked -> {
            var trends = asked.of(() -> new TrendFindings(lake).strongest(spark, TRENDS, List.of()));
            var stories = asked.of(() -> new StoryFindings(lake).largest(spark, STORIES));
            var topics = asked.of(() -> topics(spark));
            var communities = asked.of(() -> new CommunityFindings(lake).read(spark, COMMUNITIES));
            var check = asked.of(() -> truth.map(known -> new TruthCheck(lake).compare(spark, known)));
            var posts = asked.of(() -> lake.table(Catalogue.POSTS).read(spark).count());
            var rejected = asked.of(() -> rejectedByReason(spark));
            return new DemoResult(
                    lake.root(),
                    posts.get(),
                    rejected.get(),
                    List.copyOf(steps),
                    seconds,
                    trends.get(),
                    stories.get(),
                    topics.get(),
                    communities.get(),
                    check.get());
        });
    }

    private List<TopicFinding> topics(SparkSession spark) {
        return context.registry()
                .champion(spark, "topics")
                .map(model -> new TopicFindings(context.lake()).read(spark, model))
                .orElse(List.of());
    }

    private Map<String, Long> rejectedByReason(SparkSession spark) {
        Map<String, Long> reasons = new LinkedHashMap<>();
        List<Row> rows = context.lake()
                .table(Catalogue.REJECTED_POSTS)
                .read(spark)
                .groupBy("reason")
                .agg(count(lit(1)).as("frames"))
                .orderBy(col("frames").desc(), col("reason"))
                .collectAsList();
        rows.forEach(row -> reasons.put(row.getString(0), row.getLong(1)));
        return reasons;
    }

    private IngestSettings input(DemoPlan plan, IngestSettings settings) {
        boolean isArchive = plan.archive().isPresent();
        return new IngestSettings(
                plan.archive().orElseGet(() -> context.lake().resolve(DemoLake.FOLDER + "/" + SPOOL)),
                settings.source(),
                settings.format(),
                isArchive ? InputKind.ARCHIVE : InputKind.SPOOL,
                settings.maxBytesPerBatch(),
                Cadence.AVAILABLE_NOW,
                settings.onGap());
    }

    private double secondsSince(Instant started) {
        return Duration.between(started, context.clock().instant()).toMillis() / 1000.0;
    }
}
