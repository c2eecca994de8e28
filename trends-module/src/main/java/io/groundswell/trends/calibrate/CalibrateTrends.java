package io.groundswell.trends.calibrate;

import io.groundswell.job.Job;
import io.groundswell.job.JobRunner;
import io.groundswell.job.Outcome;
import io.groundswell.model.TermCount;
import io.groundswell.model.TrendCalibration;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.table.Table;
import io.groundswell.trends.KnownHoles;
import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.evaluate.Replay;
import io.groundswell.trends.rule.RuleTable;
import io.groundswell.trends.rule.Rules;
import io.groundswell.trends.score.ScoredTrends;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the threshold of alarms at which null replays of gold.term_counts raise the wanted number of false alarms a day, for
 * windows of each width, and stores it with its evidence in ops.calibrations. The same counts give the same thresholds.
 *
 * @param from the first moment of received time whose decisions are made by it; empty for the next that can be
 * @param written takes what was found
 * @param clock for when it was made, and where 'detect-trends' is at work from when it holds
 */
public record CalibrateTrends(
        Lake lake,
        TrendSettings trends,
        CalibrationSettings settings,
        Optional<Instant> from,
        Consumer<TrendCalibration> written,
        Clock clock)
        implements Job {
    public static final String NAME = "calibrate-trends";

    private static final Logger LOG = LoggerFactory.getLogger(CalibrateTrends.class);

    /** A width with what was found. */
    private record Found(Replay replay, Trial trial) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Table> reads() {
        return List.of(lake.table(Catalogue.TERM_COUNTS), lake.table(Catalogue.GAPS), lake.table(Catalogue.RULES));
    }

    @Override
    public List<Table> writes() {
        return List.of(lake.table(Catalogue.CALIBRATIONS));
    }

    @Override
    public Outcome run(SparkSession spark) {
        Table table = lake.table(Catalogue.TERM_COUNTS);
        table.read(spark); // says so where nothing has been counted
        long version = table.version(spark).orElseThrow();
        Dataset<Row> rows = table.readVersion(spark, version);
        Counts counts = new Counts(
                rows, trends, Rules.of(new RuleTable(lake).changes(spark)).mutes(), new KnownHoles(lake).now(spark));
        List<Found> found = trends.widthSeconds().stream()
                .map(width -> found(counts, width))
                .toList();
        String runId = JobRunner.runId(spark);
        List<TrendCalibration> calibrations = new CalibrationBook(lake, clock)
                .write(spark, from, validFrom -> found.stream()
                        .map(its -> row(its, version, validFrom, runId))
                        .toList());
        calibrations.forEach(written);
        Map<String, Long> counted = new LinkedHashMap<>();
        counted.put("calibrations", (long) calibrations.size());
        counted.put(
                "terms",
                calibrations.stream().mapToLong(TrendCalibration::terms).sum());
        return Outcome.of(counted);
    }

    private Found found(Counts counts, int width) {
        Replay replay = counts.replay(width, TermCount.SCOPE_ALL, settings.days());
        LOG.info(
                "Windows of {} s: {} null replays of {} terms in {} windows",
                width,
                settings.replays(),
                replay.series().size(),
                replay.windows());
        return new Found(replay, Trial.of(replay, trends, settings));
    }

    private TrendCalibration row(Found found, long version, Instant validFrom, String runId) {
        Replay replay = found.replay();
        Trial trial = found.trial();
        int half = settings.replays() / 2;
        return new TrendCalibration(
                TermCount.SCOPE_ALL,
                replay.widthSeconds(),
                validFrom,
                ScoredTrends.SCORER_VERSION,
                trends.conditions(),
                settings.falseAlarms(),
                trial.found().threshold(),
                trial.found().falseAlarmsADay(),
                trial.falseAlarmsPerDay(),
                trial.interval().low(),
                trial.interval().high(),
                trial.alarms(),
                trial.heldOutDays(),
                Micros.instant(replay.start()),
                Micros.instant(replay.startOf(replay.windows())),
                trial.days(),
                trial.learnDays(),
                half,
                half,
                trial.shiftDays(),
                settings.seed(),
                replay.series().size(),
                version,
                clock.instant(),
                runId);
    }
}
