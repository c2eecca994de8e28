package io.groundswell.ingest;

import io.groundswell.change.TimelyChanges;
import io.groundswell.job.BatchQuery;
import io.groundswell.job.Cadence;
import io.groundswell.job.Failpoints;
import io.groundswell.job.Job;
import io.groundswell.job.Outcome;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Merges the changes of posts into silver.posts. A deletion is final: what is received of its post later, or again,
 * does not bring it back; nor does an account that comes back bring back what it had written. Merging the same changes
 * again, in whatever order, changes nothing, so a lost checkpoint costs time alone.
 */
public record SettlePosts(Lake lake, Cadence cadence) implements Job {
    /** Several hundred thousand changes: more would not be merged faster, and need not fit into memory. */
    private static final long MAX_BYTES_A_BATCH = 128L << 20;

    @Override
    public String name() {
        return "settle-posts";
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
        Dataset<Row> timely = changes.stream(spark, MAX_BYTES_A_BATCH).transform(new TimelyChanges()::apply);
        new BatchQuery(lake.checkpoint(name(), "posts"), cadence).run(timely, (batch, id) -> {
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
}
