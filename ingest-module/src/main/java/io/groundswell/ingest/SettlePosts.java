package io.groundswell.ingest;

import io.groundswell.change.TimelyChanges;
import io.groundswell.job.BatchQuery;
import io.groundswell.job.Cadence;
import io.groundswell.job.Failpoints;
import io.groundswell.job.Job;
import io.groundswell.job.Outcome;
import io.groundswell.rebuild.RebuildPlace;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Merges the changes of posts into silver.posts. A deletion is final: what is received of its post later, or again,
 * does not bring it back; nor does an account that comes back bring back what it had written. Merging the same changes
 * again, in whatever order, changes nothing, so a lost checkpoint costs time alone.
 */
public record SettlePosts(Lake lake, Cadence cadence) implements Job {
    public static final String NAME = "settle-posts";

    /** The one query, as its checkpoint is named. */
    public static final String QUERY = "posts";

    /** Several hundred thousand changes: more would not be merged faster, and need not fit into memory. */
    private static final long MAX_BYTES_A_BATCH = 128L << 20;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Table> reads() {
        return List.of(lake.table(Catalogue.POST_CHANGES));
    }

    @Override
    public List<Table> writes() {
        return List.of(lake.table(Catalogue.POSTS));
    }

    /**
     * Merges what is new.
     *
     * @return {@code posts} that were inserted or updated, {@code removed} posts
     */
    @Override
    public Outcome run(SparkSession spark) {
        Table changes = lake.table(Catalogue.POST_CHANGES);
        PostMerge merge = new PostMerge(changes, lake.table(Catalogue.POSTS));
        AtomicLong posts = new AtomicLong();
        AtomicLong removed = new AtomicLong();
        Dataset<Row> timely = unsettled(changes, spark).transform(new TimelyChanges()::apply);
        new BatchQuery(lake.checkpoint(name(), QUERY), cadence).run(timely, (batch, id) -> {
            PostMerge.Merged merged = merge.merge(batch);
            Failpoints.hit("posts.afterMerge");
            posts.addAndGet(merged.posts());
            removed.addAndGet(merged.removed());
        });
        Map<String, Long> rows = new LinkedHashMap<>();
        rows.put("posts", posts.get());
        rows.put("removed", removed.get());
        return Outcome.of(rows);
    }

    /**
     * Returns the version of silver.post_changes behind which the next run will read, where no checkpoint says so: 'rebuild'
     * has settled what was before it, and none has run since.
     */
    public static OptionalLong nextAfterRebuild(Lake lake, SparkSession spark) {
        Path begun = new Path(lake.checkpoint(NAME, QUERY), "offsets");
        try {
            return begun.getFileSystem(spark.sparkContext().hadoopConfiguration())
                            .exists(begun)
                    ? OptionalLong.empty()
                    : RebuildPlace.swappedWith(lake.table(Catalogue.POSTS), spark);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at " + begun, e);
        }
    }

    /** Posts that 'rebuild' made hold what the changes were then: what came behind is still to be merged. */
    private Dataset<Row> unsettled(Table changes, SparkSession spark) {
        OptionalLong settled = RebuildPlace.swappedWith(lake.table(Catalogue.POSTS), spark);
        return settled.isEmpty()
                ? changes.stream(spark, MAX_BYTES_A_BATCH)
                : changes.stream(spark, MAX_BYTES_A_BATCH, settled.getAsLong());
    }
}
