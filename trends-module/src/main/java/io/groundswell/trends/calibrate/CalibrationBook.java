package io.groundswell.trends.calibrate;

import io.groundswell.job.Lease;
import io.groundswell.job.PlatformException;
import io.groundswell.model.TrendCalibration;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import io.groundswell.trends.DetectTrends;
import io.groundswell.trends.rule.RuleMoments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Writes calibrations. None holds from a moment that has been decided already, so that the table tells of each decision by
 * which threshold it was made, and a replay makes the same.
 */
record CalibrationBook(Lake lake, Clock clock) {
    /** How far ahead of a 'detect-trends' that is at work: longer than it takes to write. */
    private static final Duration LEAD = Duration.ofMinutes(1);

    /**
     * Writes calibrations, in place of those of the same moment, by which nothing was decided yet.
     *
     * @param from the first moment whose decisions they hold for; empty for the next that can be: just behind the newest
     *     decision, or where decisions are being made a minute behind what is received, or behind now
     * @param dated makes them of that moment
     * @return what was written
     * @throws PlatformException if {@code from} lies where decisions are made or being made
     */
    List<TrendCalibration> write(
            SparkSession spark, Optional<Instant> from, Function<Instant, List<TrendCalibration>> dated) {
        RuleMoments moments = new RuleMoments(lake, clock);
        Optional<Lease> still = standStill();
        try (Lease lease = still.orElse(null)) {
            Instant next = moments.decidedThrough(spark).plus(1, ChronoUnit.MICROS);
            Instant free = still.isPresent()
                    ? next
                    : later(next, moments.undecided(spark).plus(LEAD));
            Instant validFrom =
                    from.map(its -> its.truncatedTo(ChronoUnit.MICROS)).orElse(free);
            requireFree(validFrom, next, free);
            List<TrendCalibration> rows = dated.apply(validFrom);
            Table table = lake.table(Catalogue.CALIBRATIONS);
            table.merge(dataset(spark, rows));
            if (still.isEmpty() && !moments.received(spark).isBefore(validFrom)) {
                table.replaceWhere(
                        dataset(spark, List.of()),
                        "run_id = '%s'".formatted(rows.get(0).runId()));
                throw PlatformException.tryAgain(
                        ("The thresholds were to hold from %s on, but posts were received through that before they were"
                                        + " written, so some decision may have been made without them: they are taken back."
                                        + " Try again, or name a later time with --from.")
                                .formatted(validFrom));
            }
            return rows;
        }
    }

    /** Keeps decisions from being made; empty where some are being made. */
    private Optional<Lease> standStill() {
        try {
            return Optional.of(Lease.take(lake, DetectTrends.NAME));
        } catch (PlatformException atWork) {
            return Optional.empty();
        }
    }

    private static void requireFree(Instant validFrom, Instant next, Instant free) {
        if (validFrom.isBefore(next)) {
            throw PlatformException.usage(
                    ("The thresholds can't hold from %s on: the decisions through %s are made and stay as they are, so a"
                                    + " replay would make others. Leave --from out, or name a later time.")
                            .formatted(validFrom, next.minus(1, ChronoUnit.MICROS)));
        }
        if (validFrom.isBefore(free)) {
            throw PlatformException.tryAgain(
                    ("The thresholds can't hold from %s on while 'detect-trends' runs, which may be deciding that. Stop it, or"
                                    + " name a time from %s on, or leave --from out.")
                            .formatted(validFrom, free));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Dataset<Row> dataset(SparkSession spark, List<TrendCalibration> rows) {
        return spark.createDataFrame(rows.stream().map(Rows::of).toList(), Catalogue.CALIBRATIONS.schema());
    }
}
