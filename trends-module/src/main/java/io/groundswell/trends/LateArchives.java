package io.groundswell.trends;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.groundswell.model.Clock;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import io.groundswell.trends.count.Decisions;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Archives that were read when all decisions about their windows had been made. */
record LateArchives(Lake lake, List<Integer> widths) {
    private static final Logger LOG = LoggerFactory.getLogger(LateArchives.class);

    /**
     * Says in the log how many posts are counted nowhere.
     *
     * @param frontiers new rows of ops.frontiers
     * @param counted the newest moment that is decided, in microseconds
     * @param read gives the version of silver.post_changes of which that was decided; empty where nothing was
     */
    void report(Dataset<Row> frontiers, long counted, Supplier<OptionalLong> read) {
        Column isClosed = col("input").isNull().and(col("received_through").leq(lit(Decisions.instant(counted))));
        for (Row closed : frontiers.filter(isClosed).collectAsList()) {
            String source = closed.getAs("source");
            OptionalLong version = read.get();
            long posts = version.isEmpty() ? 0 : countable(frontiers, source, counted, version.getAsLong());
            if (posts > 0) {
                LOG.warn(
                        "{} changes in an archive of {} came after the last decision about their windows, which was made"
                                + " through {}: they are in silver.post_changes and counted nowhere",
                        posts,
                        source,
                        Decisions.instant(counted));
            }
        }
    }

    /** Counts, or says that it can't: decisions do not wait for a figure that only the log tells. */
    private long countable(Dataset<Row> frontiers, String source, long counted, long read) {
        try {
            return uncounted(frontiers, source, counted, read);
        } catch (Exception e) { // Spark throws what it does not declare
            LOG.warn(
                    "How much of an archive of {} came after the last decision about its windows can't be told: version"
                            + " {} of silver.post_changes is gone",
                    source,
                    read,
                    e);
            return 0;
        }
    }

    /** Counts what has landed since the newest decision and is too old for any other. */
    private long uncounted(Dataset<Row> frontiers, String source, long counted, long read) {
        Instant open = Decisions.instant(Decisions.oldestOpen(Collections.max(widths), counted));
        Column isTooOld = col("source")
                .equalTo(source)
                .and(col("clock").equalTo(Clock.REPLAY))
                .and(col("created_at").lt(lit(open)));
        Table changes = lake.table(Catalogue.POST_CHANGES);
        return changes.read(frontiers.sparkSession()).filter(isTooOld).count()
                - changes.readVersion(frontiers.sparkSession(), read)
                        .filter(isTooOld)
                        .count();
    }
}
