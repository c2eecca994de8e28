package io.groundswell.app.rebuild;

import io.groundswell.ingest.SettlePosts;
import io.groundswell.job.Failpoints;
import io.groundswell.rebuild.RebuildPlace;
import io.groundswell.table.Catalogue;
import io.groundswell.table.CommitTag;
import io.groundswell.table.CommittedTags;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import io.groundswell.table.TableSpec;
import io.groundswell.table.TableSwap;
import io.groundswell.trends.DetectTrends;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/**
 * Puts the tables beside into force, one commit each; what a killed run has swapped is not swapped again. No job may write to
 * them meanwhile.
 *
 * @param version of silver.post_changes that it makes
 */
record Swap(Lake lake, long version, SparkSession spark) {
    private static final Set<TableSpec> LANDED = Set.of(Catalogue.POST_CHANGES, Catalogue.REJECTED_POSTS);

    /** Swaps the tables that there are; returns how many. */
    long run() {
        Failpoints.hit("swap.afterMark");
        long tables = 0;
        for (TableSpec spec : Catalogue.rebuilt()) {
            Table table = lake.table(spec);
            if (table.exists(spark)) {
                new TableSwap(table, lake.beside().table(spec), spark).run(tag(spec), carried(spec));
                tables++;
            }
            if (spec.equals(Catalogue.POSTS)) {
                // It may have to read what is not in force any more; a new one begins behind what is settled.
                SettlePosts.beginBehind(lake, version, spark);
            }
        }
        Failpoints.hit("swap.beforeDiscard");
        return tables;
    }

    /** Whether nothing is swapped yet, and somebody has written what was not looked at: a job that knows of no gate. */
    boolean isOvertaken() {
        Table changes = lake.table(Catalogue.POST_CHANGES);
        boolean isSwapped =
                CommittedTags.newest(changes, RebuildPlace.APPLICATION, spark).orElse(-1) >= version;
        return !isSwapped && changes.version(spark).orElseThrow() + 1 != version;
    }

    private CommitTag tag(TableSpec spec) {
        String note = spec.writer().equals(DetectTrends.NAME)
                ? DetectTrends.decided(lake, decided(), version, spark).note()
                : "{\"job\":\"" + Rebuild.NAME + "\"}";
        return new CommitTag(RebuildPlace.APPLICATION, version, note);
    }

    /**
     * A batch of a killed 'ingest' that is in bronze is in silver from now on, and must not land there again; what is decided
     * is so with these tables.
     */
    private Map<String, Long> carried(TableSpec spec) {
        Map<String, Long> carried = new HashMap<>();
        if (LANDED.contains(spec)) {
            carried.putAll(CommittedTags.all(lake.table(Catalogue.RAW_POSTS), spark));
        }
        if (spec.writer().equals(DetectTrends.NAME) && decided() > 0) {
            carried.put(DetectTrends.NAME, decided());
        }
        return carried;
    }

    private long decided() {
        return DetectTrends.decidedThrough(lake.beside(), spark);
    }
}
