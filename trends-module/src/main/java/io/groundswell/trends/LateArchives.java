package io.groundswell.trends;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.groundswell.model.Clock;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.table.Table;
import io.groundswell.trends.count.Decisions;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Archives that were read when all decisions about their windows had been made. */
record LateArchives(Lake lake, List<Integer> widths) {
    private static final Logger LOG = LoggerFactory.getLogger(LateArchives.class);

    /**
     * Says in the log how many posts are counted nowhere.
     *
     * @param received rows of {@link ReceivedThrough}, of new rows of ops.frontiers
     * @param counted the newest moment that is decided, in microseconds
     * @param read gives the versions of which that was decided; empty where nothing was
     */
    void report(SparkSession spark, List<Row> received, long counted, Supplier<Optional<DecidedThrough.Read>> read) {
        List<String> closed = received.stream()
                .filter(row -> row.getAs("input") == null && row.<Long>getAs("since") <= counted)
                .map(row -> row.<String>getAs("source"))
                .toList();
        for (String source : closed) {
            long posts = read.get()
                    .map(of -> uncounted(spark, source, counted, of.changes()))
                    .orElse(0L);
            if (posts > 0) {
                LOG.warn(
                        "{} changes in an archive of {} came after the last decision about their windows, which was made"
                                + " through {}: they are in silver.post_changes and counted nowhere",
                        posts,
                        source,
                        Micros.instant(counted));
            }
        }
    }

    /** Counts what has landed since the newest decision and is too old for any other; none where nobody can tell any more. */
    private long uncounted(SparkSession spark, String source, long counted, long read) {
        Instant open = Micros.instant(Decisions.oldestOpen(Collections.max(widths), counted));
        Column isTooOld = col("source")
                .equalTo(source)
                .and(col("clock").equalTo(Clock.REPLAY))
                .and(col("created_at").lt(lit(open)));
        Table changes = lake.table(Catalogue.POST_CHANGES);
        Optional<Dataset<Row>> before = new PastVersion(changes, read).rows(spark, rows -> rows.filter(isTooOld));
        if (before.isEmpty()) {
            LOG.warn(
                    "How much of an archive of {} came after the last decision about its windows can't be told: version"
                            + " {} of silver.post_changes is gone",
                    source,
                    read);
            return 0;
        }
        return changes.read(spark).filter(isTooOld).count() - before.get().count();
    }
}
