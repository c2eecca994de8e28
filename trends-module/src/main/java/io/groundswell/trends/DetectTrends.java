package io.groundswell.trends;

import io.groundswell.job.BatchQuery;
import io.groundswell.job.Cadence;
import io.groundswell.job.Job;
import io.groundswell.job.Outcome;
import io.groundswell.rebuild.Gate;
import io.groundswell.session.Interpreting;
import io.groundswell.table.Catalogue;
import io.groundswell.table.CommitTag;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import io.groundswell.trends.count.Interval;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Counts the terms of silver.post_changes per window into gold.term_counts, and writes those that rise beyond what
 * their past lets one expect to gold.trends, and which of them tell one story to gold.stories, decision by decision, each
 * by the rules of ops.rules and the threshold of ops.calibrations in force at its moment.
 * Windows that a hole of ops.gaps touches raise no alarm and teach nothing.
 *
 * <p>The stream says how far ingest has come, on top of what the table said at the start; what is decided then is a function of the tables, so neither
 * batches nor a lost checkpoint change a row.
 */
public record DetectTrends(Lake lake, TrendSettings settings, Cadence cadence) implements Job {
    public static final String NAME = "detect-trends";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Table> reads() {
        return List.of(
                lake.table(Catalogue.POST_CHANGES),
                lake.table(Catalogue.FRONTIERS),
                lake.table(Catalogue.GAPS),
                lake.table(Catalogue.RULES),
                lake.table(Catalogue.CALIBRATIONS));
    }

    @Override
    public List<Table> writes() {
        return List.of(lake.table(Catalogue.TERM_COUNTS), lake.table(Catalogue.TRENDS), lake.table(Catalogue.STORIES));
    }

    @Override
    public Outcome run(SparkSession spark) {
        Gate gate = new Gate(lake, name(), spark);
        Dataset<Row> moved = moved(spark); // which makes the table that the decider begins with
        Decider decider = new Decider(lake, settings, spark, Interpreting.beside(spark));
        new BatchQuery(lake.checkpoint(name(), "frontiers"), cadence).run(moved, (frontiers, id) -> {
            try (Gate.Pass pass = enter(gate, decider)) {
                decider.receive(frontiers);
                decider.decide();
            }
        });
        try (Gate.Pass pass = enter(gate, decider)) {
            decider.decideUnlessAsked(); // a lake with nothing new may still owe what a killed run did not decide
        }
        return Outcome.of(decider.tally().byName());
    }

    private static Gate.Pass enter(Gate gate, Decider decider) {
        Gate.Pass pass = gate.enter();
        if (pass.isNew()) {
            decider.look();
        }
        return pass;
    }

    /** Returns the newest moment whose decisions are made, in microseconds; 0 where none is. */
    public static long decidedThrough(Lake lake, SparkSession spark) {
        Table counts = lake.table(Catalogue.TERM_COUNTS);
        return counts.exists(spark) ? new DecidedThrough(NAME).of(counts, spark) : Interval.NOTHING_DECIDED;
    }

    /**
     * Returns the versions of tables that a run read which was killed, or is at work, between its commits, by the
     * tables' names: the next run asks for them again. None where stories are as far as counts.
     */
    public static Map<String, Long> versionsOwed(Lake lake, SparkSession spark) {
        Table counts = lake.table(Catalogue.TERM_COUNTS);
        Table stories = lake.table(Catalogue.STORIES);
        DecidedThrough decided = new DecidedThrough(NAME);
        long told = stories.exists(spark) ? decided.of(stories, spark) : Interval.NOTHING_DECIDED;
        if (!counts.exists(spark) || told >= decided.of(counts, spark)) {
            return Map.of();
        }
        Map<String, Long> owed = new TreeMap<>();
        decided.readBy(counts, spark).ifPresent(read -> {
            owed.put(Catalogue.POST_CHANGES.name(), read.changes());
            read.gaps().ifPresent(version -> owed.put(Catalogue.GAPS.name(), version));
        });
        return owed;
    }

    /**
     * Returns the tag of a commit that puts all decisions through a moment into force at once.
     *
     * @param through in microseconds
     * @param changes the version of silver.post_changes of which they were made
     */
    public static CommitTag decided(Lake lake, long through, long changes, SparkSession spark) {
        OptionalLong gaps = lake.table(Catalogue.GAPS).version(spark);
        return new DecidedThrough(NAME).tag(through, new DecidedThrough.Read(changes, gaps));
    }

    /** What makes a decision due: something was received further than before. */
    private Dataset<Row> moved(SparkSession spark) {
        lake.table(Catalogue.POST_CHANGES).read(spark); // says so where nothing has been ingested
        Table frontiers = lake.table(Catalogue.FRONTIERS);
        frontiers.createIfAbsent(spark);
        return frontiers.stream(spark).select("source", "input", "received_through");
    }
}
