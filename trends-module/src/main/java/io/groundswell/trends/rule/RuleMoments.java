package io.groundswell.trends.rule;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import io.groundswell.job.PlatformException;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.table.Table;
import io.groundswell.trends.DetectTrends;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The moments from which a rule, or a threshold, can hold: those of which no decision is made, or being made. */
public record RuleMoments(Lake lake, Clock clock) {
    /** Longer than it takes to write a rule, so that decisions of its moment are made with it. */
    private static final Duration LEAD = Duration.ofSeconds(10);

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Returns the newest moment whose decisions are made. */
    public Instant decidedThrough(SparkSession spark) {
        return Micros.instant(DetectTrends.decidedThrough(lake, spark));
    }

    /** Returns the newest time that an input has received; no decision goes further. */
    public Instant received(SparkSession spark) {
        Table frontiers = lake.table(Catalogue.FRONTIERS);
        if (!frontiers.exists(spark)) {
            return Instant.EPOCH;
        }
        Row newest = frontiers.read(spark).agg(max(col("received_through"))).head();
        return newest.isNullAt(0) ? Instant.EPOCH : newest.getTimestamp(0).toInstant();
    }

    /** Returns a moment that no decision reaches for a while, whichever clock is ahead: ours or that of what is received. */
    public Instant undecided(SparkSession spark) {
        Instant received = received(spark);
        Instant now = now();
        return (received.isAfter(now) ? received : now).plus(LEAD);
    }

    /**
     * Returns the moment from which a rule holds.
     *
     * @param from as it is asked for; empty for the next that can be
     * @throws PlatformException if it is decided
     */
    Instant effective(SparkSession spark, Optional<Instant> from, Instant decided) {
        if (from.isEmpty()) {
            Instant next = decided.plus(1, ChronoUnit.MICROS);
            Instant soon = undecided(spark);
            return soon.isAfter(next) ? soon : next;
        }
        Instant moment = from.get().truncatedTo(ChronoUnit.MICROS);
        if (!moment.isAfter(decided)) {
            throw PlatformException.usage(
                    ("Rule refused: it would hold from %s on, but the decisions through %s are made and stay as they are,"
                                    + " so a replay would make others. Leave --from out, or name a later time.")
                            .formatted(moment, decided));
        }
        return moment;
    }
}
