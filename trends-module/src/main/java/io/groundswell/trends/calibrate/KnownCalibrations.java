package io.groundswell.trends.calibrate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unix_micros;

import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.score.ScoredTrends;
import io.groundswell.trends.score.Threshold;
import io.groundswell.trends.score.Thresholds;
import io.groundswell.trends.score.Thresholds.Calibrated;
import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thresholds of a lake, read anew once there are others. Those that were calibrated for another scorer, or for other
 * conditions of an alarm, are ignored: they would mean another rate.
 */
public final class KnownCalibrations {
    private static final Logger LOG = LoggerFactory.getLogger(KnownCalibrations.class);

    private final Table table;
    private final TrendSettings settings;
    private OptionalLong version = OptionalLong.empty();
    private Thresholds thresholds;

    public KnownCalibrations(Lake lake, TrendSettings settings) {
        this.table = lake.table(Catalogue.CALIBRATIONS);
        this.settings = settings;
        this.thresholds = Thresholds.uncalibrated(settings);
    }

    /** Returns what the newest version of the table tells; where there is none, or nothing in it, that of the settings. */
    public Thresholds thresholds(SparkSession spark) {
        OptionalLong newest = table.version(spark);
        if (!newest.equals(version)) {
            thresholds = newest.isPresent() ? read(spark) : Thresholds.uncalibrated(settings);
            version = newest;
        }
        return thresholds;
    }

    private Thresholds read(SparkSession spark) {
        List<Row> rows = table.read(spark)
                .select(
                        col("window_width"),
                        col("scope"),
                        unix_micros(col("valid_from")),
                        col("threshold"),
                        col("false_alarms_per_day"),
                        col("days"),
                        col("scorer_version"),
                        col("conditions"))
                .collectAsList();
        List<Row> fitting = rows.stream().filter(this::fits).toList();
        if (fitting.size() < rows.size()) {
            LOG.warn(
                    "{} of {} calibrations are ignored: they are for another scorer than version {}, or for other conditions"
                            + " of an alarm than {}. 'calibrate-trends' makes new ones",
                    rows.size() - fitting.size(),
                    rows.size(),
                    ScoredTrends.SCORER_VERSION,
                    settings.conditions());
        }
        return Thresholds.of(fitting.stream().map(KnownCalibrations::calibrated).toList(), settings);
    }

    private boolean fits(Row row) {
        return row.getInt(6) == ScoredTrends.SCORER_VERSION && row.getString(7).equals(settings.conditions());
    }

    private static Calibrated calibrated(Row row) {
        return new Calibrated(
                row.getInt(0),
                row.getString(1),
                row.getLong(2),
                new Threshold(row.getDouble(3), row.getDouble(4), row.getInt(5)));
    }
}
