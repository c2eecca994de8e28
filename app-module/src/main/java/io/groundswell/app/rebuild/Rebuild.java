package io.groundswell.app.rebuild;

import io.groundswell.app.maintain.Maintain;
import io.groundswell.ingest.LandPosts;
import io.groundswell.ingest.RelandPosts;
import io.groundswell.job.Job;
import io.groundswell.job.Lease;
import io.groundswell.job.Outcome;
import io.groundswell.job.PlatformException;
import io.groundswell.rebuild.Gate;
import io.groundswell.rebuild.RebuildPlace;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.table.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/**
 * Makes silver and gold anew of bronze beside running jobs, and puts them into force: what a lake would hold that had landed
 * the same frames by this build. It catches up with what lands meanwhile, lets the live jobs wait between two batches for a
 * last look, and swaps each table in one commit.
 *
 * <p>A run that was killed before the swap left the old tables in force, and the next one goes on where it was, unless
 * something else would come out now; one that was killed within the swap is completed by the next.
 *
 * @param of all of what the rows depend on beside the tables: versions and settings
 * @param reland makes silver of bronze, with the end of the past
 * @param settle makes posts beside
 * @param detect makes gold beside
 * @param patience how long a running job may keep the swap waiting
 */
public record Rebuild(
        Lake lake,
        String of,
        Function<Instant, RelandPosts> reland,
        Job settle,
        Job detect,
        Duration patience,
        Clock clock)
        implements Job {
    public static final String NAME = "rebuild";

    public static final Duration PATIENCE = Duration.ofMinutes(10);

    /** What lands within a look that took no longer is looked at with the jobs waiting. */
    private static final Duration SHORT = Duration.ofSeconds(60);

    /** 'maintain' does not know what a rebuild that was stopped would still read, and keeps it for a week. */
    private static final Duration LASTING = Duration.ofDays(6);

    /** A feed that outruns the catching up would be waited for forever. */
    private static final int MOST_LOOKS = 10;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Table> reads() {
        return List.of(
                lake.table(Catalogue.RAW_POSTS),
                lake.table(Catalogue.GAPS),
                lake.table(Catalogue.RULES),
                lake.table(Catalogue.CALIBRATIONS),
                lake.table(Catalogue.SUPPRESSIONS));
    }

    @Override
    public List<Table> writes() {
        return List.of();
    }

    @Override
    public List<Table> replaces() {
        return Catalogue.rebuilt().stream().map(lake::table).toList();
    }

    /**
     * Rebuilds.
     *
     * @return what was landed anew by this run: {@code frames}, of which {@code changes}, {@code rejected} and {@code
     *     duplicates}; {@code tables} that came into force; {@code paused_seconds} for which running jobs had to wait at
     *     most
     */
    @Override
    public Outcome run(SparkSession spark) {
        Table frames = lake.table(Catalogue.RAW_POSTS);
        frames.read(spark); // says so where nothing has been ingested
        frames.requireColumns(spark);
        RebuildPlace place = new RebuildPlace(lake, spark.sparkContext().hadoopConfiguration());
        Looks looks = new Looks(lake, reland.apply(begun(place, spark)), settle, detect, clock, spark);
        if (place.swap().isEmpty()) {
            catchUp(looks, frames, spark);
        }
        try (Lease maintain = Lease.await(lake, Maintain.NAME, patience);
                Lease settling = Lease.await(lake, settle.name(), patience)) {
            long start = System.nanoTime();
            // Its batches are the longer ones: 'ingest' need not wait for them too.
            try (Lease detecting = Gate.close(lake, detect.name(), patience);
                    Lease landing = Gate.close(lake, LandPosts.NAME, patience)) {
                long tables = swapAlone(looks, frames, place, spark);
                Map<String, Long> rows = new LinkedHashMap<>(looks.landed().byName());
                rows.remove("batches");
                rows.put("tables", tables);
                rows.put(
                        "paused_seconds",
                        Duration.ofNanos(System.nanoTime() - start).toSeconds());
                return Outcome.of(rows);
            }
        }
    }

    /** Looks a last time, unless a killed run has, and swaps; returns how many tables. */
    private long swapAlone(Looks looks, Table frames, RebuildPlace place, SparkSession spark) {
        if (place.swap().isEmpty()) {
            OptionalLong seen = frames.version(spark);
            long version = lake.table(Catalogue.POST_CHANGES).version(spark).orElseThrow() + 1;
            looks.lookAtLast();
            if (!frames.version(spark).equals(seen)) {
                throw overtaken();
            }
            place.markSwap(version);
        }
        Swap swap = new Swap(lake, place.swap().orElseThrow(), spark);
        if (swap.isOvertaken()) {
            place.discard();
            throw overtaken();
        }
        long tables = swap.run();
        place.discard();
        return tables;
    }

    /** Goes on with what a run has left, if the same would come of it, or begins anew; returns the end of the past. */
    private Instant begun(RebuildPlace place, SparkSession spark) {
        OptionalLong suppressed = lake.table(Catalogue.SUPPRESSIONS).version(spark);
        String head =
                "%s\n%s %s\n".formatted(of, lake.table(Catalogue.RAW_POSTS).id(spark), suppressed);
        String plan = place.plan().orElse("");
        if (place.swap().isPresent()) {
            return clock.instant();
        }
        if (plan.startsWith(head)) {
            Instant begun = Micros.instant(Long.parseLong(plan.substring(head.length())));
            if (clock.instant().isBefore(begun.plus(LASTING))) {
                return begun;
            }
        }
        long now = Micros.of(clock.instant());
        place.begin(head + now);
        Looks.tables(lake).forEach(table -> table.forgetLog(spark));
        return Micros.instant(now);
    }

    private static PlatformException overtaken() {
        return PlatformException.tryAgain(
                "Some job has written frames or changes while 'rebuild' was to be alone: one of an"
                        + " older build, or on a file system without locks. The old tables are in force. Stop that job, or run it"
                        + " by this build, and run 'rebuild' again.");
    }

    private void catchUp(Looks looks, Table frames, SparkSession spark) {
        for (int look = 0; look < MOST_LOOKS; look++) {
            OptionalLong seen = frames.version(spark);
            long start = System.nanoTime();
            looks.look(patience);
            boolean isShort = System.nanoTime() - start < SHORT.toNanos();
            if (isShort || frames.version(spark).equals(seen)) {
                return;
            }
        }
    }
}
