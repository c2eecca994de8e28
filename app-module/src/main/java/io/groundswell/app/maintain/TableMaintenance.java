package io.groundswell.app.maintain;

import io.groundswell.ingest.SettlePosts;
import io.groundswell.job.Lease;
import io.groundswell.job.PlatformException;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import io.groundswell.trends.DetectTrends;
import io.groundswell.upkeep.Compaction;
import io.groundswell.upkeep.LogCheckpoint;
import io.groundswell.upkeep.NeededVersion;
import io.groundswell.upkeep.Retention;
import io.groundswell.upkeep.Vacuum;
import java.time.Instant;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/**
 * Maintains a table: rows past their retention go, small files are compacted, what nobody can still ask for is vacuumed, the
 * log gets a checkpoint. What can't be done beside a running job is put off.
 *
 * @param notes takes a line for each thing that is put off
 */
record TableMaintenance(
        Lake lake, MaintainSettings settings, SparkSession spark, Counts counts, Consumer<String> notes) {

    void maintain(Table table) {
        counts.add(Counts.TABLES, 1);
        try {
            rewrite(table);
        } catch (ConcurrentModificationException e) { // Delta's, of a commit that came between
            putOff("%s: its files stay as they are, since a job wrote to it meanwhile.".formatted(table.name()));
        }
        boolean isHeld = vacuumOrHold(table);
        // A query that is far behind needs the commits as well.
        if (!isHeld && LogCheckpoint.DEFAULT.write(table, spark)) {
            counts.add(Counts.LOG_CHECKPOINTS, 1);
        }
    }

    private void rewrite(Table table) {
        Optional<Retention> retention = settings.retentionOf(table.spec());
        Compaction compaction = settings.compaction();
        if (retention.isEmpty() && !compaction.pays(table, spark)) {
            return;
        }
        Optional<String> writer = Care.of(table.spec()).lease();
        if (writer.isEmpty()) {
            rewrite(table, retention, compaction);
            return;
        }
        Optional<Lease> lease = take(writer.get());
        if (lease.isEmpty()) {
            putOff("%s: its files stay as they are while '%s' runs, whose commits could fail."
                    .formatted(table.name(), writer.get()));
            return;
        }
        try (Lease held = lease.get()) {
            rewrite(table, retention, compaction);
        }
    }

    private void rewrite(Table table, Optional<Retention> retention, Compaction compaction) {
        retention.ifPresent(keep -> counts.add(Counts.ROWS_DELETED, keep.deleteFrom(table, spark)));
        if (compaction.pays(table, spark)) {
            Compaction.Done done = compaction.run(table, spark);
            counts.add(Counts.FILES_COMPACTED, done.filesRemoved());
            counts.add(Counts.FILES_WRITTEN, done.filesAdded());
            counts.add(Counts.BYTES_COMPACTED, done.bytes());
        }
    }

    private Optional<Lease> take(String writer) {
        try {
            return Optional.of(Lease.take(lake, writer));
        } catch (PlatformException running) {
            return Optional.empty();
        }
    }

    /** Vacuums, unless a job still asks for what would go; returns whether it does. */
    private boolean vacuumOrHold(Table table) {
        Vacuum vacuum = new Vacuum(table, spark);
        if (vacuum.retention().compareTo(Vacuum.LEAST) < 0) {
            putOff(("%s: not vacuumed, since it retains removed files for %d hours and readers may need them for %d:"
                            + " set its property delta.deletedFileRetentionDuration to 7 days or more while no job runs.")
                    .formatted(table.name(), vacuum.retention().toHours(), Vacuum.LEAST.toHours()));
            return true;
        }
        Instant cutoff = vacuum.cutoff();
        for (NeededVersion needed : needed(table)) {
            Optional<Instant> since = needed.since(table, spark);
            if (since.isPresent() && since.get().isBefore(cutoff)) {
                putOff(("%s: not vacuumed, since '%s' has come to version %d alone and needs older files: run it, or"
                                + " move its checkpoint aside if it is not to go on.")
                        .formatted(table.name(), needed.by(), needed.version()));
                return true;
            }
        }
        Vacuum.Done done = vacuum.run();
        counts.add(Counts.FILES_VACUUMED, done.files());
        counts.add(Counts.BYTES_VACUUMED, done.bytes());
        return false;
    }

    private List<NeededVersion> needed(Table table) {
        List<NeededVersion> needed = new ArrayList<>(
                new StreamPositions(lake, spark.sparkContext().hadoopConfiguration()).in(table.id(spark)));
        Long owed = DetectTrends.versionsOwed(lake, spark).get(table.name());
        if (owed != null) {
            needed.add(new NeededVersion(DetectTrends.NAME, owed, true));
        }
        OptionalLong unsettled = table.spec().equals(Catalogue.POST_CHANGES)
                ? SettlePosts.nextAfterRebuild(lake, spark)
                : OptionalLong.empty();
        // The version itself holds what is settled; what came behind it is needed.
        unsettled.ifPresent(version -> needed.add(new NeededVersion(SettlePosts.NAME, version + 1, false)));
        return needed;
    }

    private void putOff(String what) {
        counts.add(Counts.PUT_OFF, 1);
        notes.accept(what);
    }
}
