package io.groundswell.app;

import io.groundswell.app.evaluate.EvaluationPlan;
import io.groundswell.app.evaluate.EvaluationPlan.Study;
import io.groundswell.app.maintain.Maintain;
import io.groundswell.app.rebuild.Rebuild;
import io.groundswell.app.rebuild.Versions;
import io.groundswell.app.settings.Settings;
import io.groundswell.features.text.TermExtraction;
import io.groundswell.features.tfidf.FitTfidf;
import io.groundswell.graph.BuildGraph;
import io.groundswell.graph.GraphSettings;
import io.groundswell.ingest.IngestSettings;
import io.groundswell.ingest.InputKind;
import io.groundswell.ingest.LandPosts;
import io.groundswell.ingest.RelandPosts;
import io.groundswell.ingest.SettlePosts;
import io.groundswell.ingest.forget.ForgetPosts;
import io.groundswell.ingest.forget.Subject;
import io.groundswell.ingest.parse.PostFormats;
import io.groundswell.ingest.simulate.SimulationSettings;
import io.groundswell.ingest.topic.PublishTrends;
import io.groundswell.job.Cadence;
import io.groundswell.job.Job;
import io.groundswell.job.Transform;
import io.groundswell.ml.scoring.ScorePosts;
import io.groundswell.ml.topic.FitTopics;
import io.groundswell.model.TrendCalibration;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.TableSpec;
import io.groundswell.trends.DetectTrends;
import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.calibrate.CalibrateTrends;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/** Builds every job from the settings: the one place in which the modules meet. */
public record Jobs(Settings settings, Lake lake, Clock clock) {

    public Job ingest(IngestSettings ingest) {
        return new LandPosts(lake, ingest, settings.get(Sections.KAFKA), formats(), transforms(), clock);
    }

    private List<Transform> transforms() {
        return List.of(new TermExtraction(settings.get(Sections.TEXT)));
    }

    public Job settlePosts(Cadence cadence) {
        return new SettlePosts(lake, cadence);
    }

    public Job detectTrends(Cadence cadence) {
        return new DetectTrends(lake, settings.get(Sections.TRENDS), cadence);
    }

    /**
     * Calibrates thresholds.
     *
     * @param from the first moment whose decisions are made by them; empty for the next that can be
     * @param written takes what was found
     */
    public Job calibrateTrends(Optional<Instant> from, Consumer<TrendCalibration> written) {
        return new CalibrateTrends(
                lake, settings.get(Sections.TRENDS), settings.get(Sections.CALIBRATION), from, written, clock);
    }

    public Job fitTfidf() {
        return new FitTfidf(lake, settings.get(Sections.TFIDF), clock);
    }

    public Job fitTopics() {
        return new FitTopics(lake, settings.get(Sections.TOPICS), settings.get(Sections.JUDGEMENT), clock);
    }

    public Job scorePosts(Cadence cadence) {
        return new ScorePosts(lake, cadence, clock);
    }

    public Job buildGraph() {
        return new BuildGraph(lake, settings.get(Sections.GRAPH));
    }

    /**
     * Builds graphs of windows of a width, unless the settings name another.
     *
     * @param usual where nobody has set {@code graph.window}
     */
    public Job buildGraph(Duration usual) {
        GraphSettings set = settings.get(Sections.GRAPH);
        return new BuildGraph(lake, settings.isDefault("graph.window") ? set.withWindow(usual) : set);
    }

    public Job publish(Cadence cadence) {
        return new PublishTrends(lake, settings.get(Sections.KAFKA), settings.get(Sections.PUBLISH), cadence);
    }

    /**
     * Maintains tables, and the spool that settings name.
     *
     * @param specs the tables to maintain; none for all, and the spool
     * @param notes takes what is put off
     */
    public Job maintain(List<TableSpec> specs, Consumer<String> notes) {
        IngestSettings ingest = ingestSettings();
        Optional<String> spool =
                specs.isEmpty() && ingest.kind() == InputKind.SPOOL ? Optional.of(ingest.input()) : Optional.empty();
        List<TableSpec> those = specs.isEmpty() ? Catalogue.all() : specs;
        return new Maintain(lake, settings.get(Sections.MAINTAIN), those, spool, notes, clock);
    }

    /** Makes silver and gold anew of bronze. */
    public Job rebuild() {
        Lake beside = lake.beside();
        TrendSettings trends = settings.get(Sections.TRENDS);
        String of = "%s %s %s %s %s"
                .formatted(
                        Versions.text(),
                        settings.get(Sections.TEXT),
                        settings.get(Sections.COLUMNS),
                        settings.get(Sections.CHANGE_COLUMNS),
                        trends);
        return new Rebuild(
                lake,
                of,
                now -> new RelandPosts(lake, formats(), transforms(), now),
                new SettlePosts(beside, Cadence.AVAILABLE_NOW),
                new DetectTrends(beside, trends, Cadence.AVAILABLE_NOW),
                Rebuild.PATIENCE,
                clock);
    }

    /**
     * Returns the job that forgets a post or author.
     *
     * @param reason null where nobody said
     */
    public Job forget(Subject subject, String reason, List<Path> spools, SparkSession spark) {
        String format = ingestSettings().format();
        return new ForgetPosts(
                lake,
                subject,
                reason,
                spools,
                format,
                formats(),
                ForgetPosts.tablesOf(lake, spark),
                session -> DetectTrends.versionsOwed(lake, session).isEmpty() ? List.of() : List.of(DetectTrends.NAME),
                clock);
    }

    /**
     * Evaluates trend detection.
     *
     * @param studies what of it
     * @param input a file of real posts
     * @param format of the input
     * @param events a file of what happened in the input
     */
    public EvaluationPlan evaluation(Set<Study> studies, Optional<Path> input, String format, Optional<Path> events) {
        return new EvaluationPlan(
                settings.get(Sections.EVALUATION),
                settings.get(Sections.TRENDS),
                settings.get(Sections.TEXT),
                formats(),
                studies,
                input,
                format,
                events);
    }

    private PostFormats formats() {
        return new PostFormats(settings.get(Sections.COLUMNS), settings.get(Sections.CHANGE_COLUMNS));
    }

    public IngestSettings ingestSettings() {
        return settings.get(Sections.INGEST);
    }

    public SimulationSettings simulation() {
        return settings.get(Sections.SIMULATE).resolved();
    }
}
