package io.groundswell.ingest;

import com.fasterxml.jackson.core.type.TypeReference;
import io.groundswell.change.TimelyChanges;
import io.groundswell.ingest.source.CheckpointNote;
import io.groundswell.job.BatchQuery;
import io.groundswell.job.Cadence;
import io.groundswell.job.Failpoints;
import io.groundswell.job.Job;
import io.groundswell.job.Outcome;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
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

    private static final String VERSION = "post_changes_version";
    private static final Pattern BATCH = Pattern.compile("[0-9]+");

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
     * Has the next run begin behind a version of silver.post_changes, up to which 'rebuild' has settled what there is. A
     * checkpoint that is lost later loses this too, and all is merged again.
     */
    public static void beginBehind(Lake lake, long version, SparkSession spark) {
        Configuration conf = spark.sparkContext().hadoopConfiguration();
        Path checkpoint = new Path(lake.checkpoint(NAME, QUERY));
        try {
            checkpoint.getFileSystem(conf).delete(checkpoint, true);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + checkpoint, e);
        }
        settled(lake).write(conf, Map.of(VERSION, version));
    }

    /**
     * Returns the version of silver.post_changes behind which the next run will read, where no batch has been planned since
     * 'rebuild' settled what was before it.
     */
    public static OptionalLong nextAfterRebuild(Lake lake, SparkSession spark) {
        Path offsets = new Path(lake.checkpoint(NAME, QUERY), "offsets");
        try {
            FileSystem fs = offsets.getFileSystem(spark.sparkContext().hadoopConfiguration());
            boolean isPlanned = fs.exists(offsets)
                    && Arrays.stream(fs.listStatus(offsets))
                            .anyMatch(file ->
                                    BATCH.matcher(file.getPath().getName()).matches());
            return isPlanned ? OptionalLong.empty() : settledBefore(lake, spark);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at " + offsets, e);
        }
    }

    private static OptionalLong settledBefore(Lake lake, SparkSession spark) {
        return settled(lake)
                .readIfWhole(spark.sparkContext().hadoopConfiguration(), new TypeReference<Map<String, Long>>() {})
                .map(noted -> OptionalLong.of(noted.get(VERSION)))
                .orElse(OptionalLong.empty());
    }

    private static CheckpointNote settled(Lake lake) {
        return new CheckpointNote(lake.checkpoint(NAME, QUERY), "settled-by-rebuild.json");
    }

    /** Posts that 'rebuild' made hold what the changes were then: what came behind is still to be merged. */
    private Dataset<Row> unsettled(Table changes, SparkSession spark) {
        OptionalLong settled = settledBefore(lake, spark);
        return settled.isEmpty()
                ? changes.stream(spark, MAX_BYTES_A_BATCH)
                : changes.stream(spark, MAX_BYTES_A_BATCH, settled.getAsLong());
    }
}
