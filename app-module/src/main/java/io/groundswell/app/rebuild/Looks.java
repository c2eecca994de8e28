package io.groundswell.app.rebuild;

import io.groundswell.ingest.LandPosts;
import io.groundswell.ingest.RelandPosts;
import io.groundswell.ingest.land.BatchCounts;
import io.groundswell.job.Job;
import io.groundswell.job.JobRunner;
import io.groundswell.model.Frontier;
import io.groundswell.rebuild.Gate;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import io.groundswell.trends.DetectTrends;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** Looks at what has landed, each a step on the way of the tables beside to those that are to come into force. */
final class Looks {
    private final Lake lake;
    private final RelandPosts reland;
    private final Job settle;
    private final Job detect;
    private final Clock clock;
    private final SparkSession spark;
    private BatchCounts landed = BatchCounts.NONE;

    Looks(Lake lake, RelandPosts reland, Job settle, Job detect, Clock clock, SparkSession spark) {
        this.lake = lake;
        this.reland = reland;
        this.settle = settle;
        this.detect = detect;
        this.clock = clock;
        this.spark = spark;
    }

    /** Returns what was landed by all of them. */
    BatchCounts landed() {
        return landed;
    }

    /** Looks while 'ingest' may run: what it has in bronze alone it is about to have in silver. */
    void look(Duration patience) {
        look(() -> Gate.close(lake, LandPosts.NAME, patience).close());
    }

    /** Looks while no job runs. */
    void lookAtLast() {
        look(() -> {});
    }

    /** Makes of what bronze holds now what it is to be, decided as far as gold in force is. */
    private void look(Runnable settled) {
        for (Table table : tables(lake)) {
            table.createIfAbsent(spark);
        }
        // Before the frames: what was decided was decided of frames that had landed.
        long decided = DetectTrends.decidedThrough(lake, spark);
        landed = landed.plus(reland.run(spark, settled));
        settle.run(spark);
        if (decided > DetectTrends.decidedThrough(lake.beside(), spark)) {
            receivedThrough(decided);
            detect.run(spark);
        }
    }

    /** Returns the tables that are made beside a lake's. */
    static List<Table> tables(Lake lake) {
        return Stream.concat(Catalogue.rebuilt().stream(), Stream.of(Catalogue.FRONTIERS))
                .map(lake.beside()::table)
                .toList();
    }

    /**
     * Lets decisions be made through a moment. No frontier of a feed is asked: with those of now a moment could be decided
     * that is not in force yet, and for which a rule may still be added.
     */
    private void receivedThrough(long decided) {
        Table frontiers = lake.beside().table(Catalogue.FRONTIERS);
        Frontier frontier = new Frontier(
                Rebuild.NAME, Rebuild.NAME, Micros.instant(decided), JobRunner.runId(spark), clock.instant());
        frontiers.append(spark.createDataFrame(
                List.of(Rows.of(frontier)), frontiers.spec().schema()));
    }
}
