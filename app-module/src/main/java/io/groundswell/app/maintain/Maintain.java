package io.groundswell.app.maintain;

import io.groundswell.ingest.SpoolExpiry;
import io.groundswell.job.Job;
import io.groundswell.job.Outcome;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import io.groundswell.table.TableSpec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/**
 * Maintains the tables of a lake, and its spool, beside running jobs. Whoever reads the newest version of a table finds the
 * same rows, but for those past a retention that settings name; streams go on where they were. A run behind another does
 * nothing.
 *
 * @param specs the tables; those that are not there are passed over
 * @param spool whose segments expire; empty for none
 * @param notes takes a line for each thing that is put off, and why
 * @param clock tells a segment's age
 */
public record Maintain(
        Lake lake,
        MaintainSettings settings,
        List<TableSpec> specs,
        Optional<String> spool,
        Consumer<String> notes,
        Clock clock)
        implements Job {
    public static final String NAME = "maintain";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Table> reads() {
        return specs.stream().map(lake::table).toList();
    }

    /** None is made where it is missing, so that none is named: what is rewritten holds the same rows. */
    @Override
    public List<Table> writes() {
        return List.of();
    }

    /** Returns counts by the names of {@link Counts}; {@code put_off} is what a later run has to do. */
    @Override
    public Outcome run(SparkSession spark) {
        Counts counts = new Counts();
        TableMaintenance maintenance = new TableMaintenance(lake, settings, spark, counts, notes);
        List<RuntimeException> failed = new ArrayList<>();
        for (Table table : reads()) {
            try {
                if (table.exists(spark)) {
                    maintenance.maintain(table);
                }
            } catch (RuntimeException e) { // the others are maintained all the same
                failed.add(e);
            }
        }
        if (spool.isPresent() && settings.spoolAfter().isPresent()) {
            SpoolExpiry.Expired expired = new SpoolExpiry(
                            lake, spool.get(), spark.sparkContext().hadoopConfiguration())
                    .before(clock.instant().minus(settings.spoolAfter().get()));
            counts.add(Counts.SEGMENTS_EXPIRED, expired.segments());
            counts.add(Counts.BYTES_EXPIRED, expired.bytes());
        }
        if (!failed.isEmpty()) {
            RuntimeException first = failed.get(0);
            failed.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
        return Outcome.of(counts.byName());
    }
}
