package io.groundswell.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.delta.tables.DeltaTable;
import io.groundswell.model.PostChange;
import io.groundswell.table.Commit;
import io.groundswell.table.CommitTag;
import io.groundswell.table.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * Merges changes into posts. A post with a deletion anywhere in {@code changes}, or a removal of its account that ends
 * it, goes or does not come.
 */
record PostMerge(Table changes, Table posts) {
    private static final String[] POST = {"source", "post_id"};

    /** The same order as that of {@link NewestPosts}, by what a post still knows of its newest change. */
    private static final String IS_NEWER = """
            struct(new.changed_at, new.version <> new.post_id, length(new.version), new.version)
                > struct(old.changed_at, old.version <> old.post_id, length(old.version), old.version)
            """;

    private static final CommitTag FIRST = new CommitTag("settle-posts", 0);

    /** What a merge did. */
    record Merged(long posts, long removed) {}

    Merged merge(Dataset<Row> batch) {
        batch.persist(StorageLevel.MEMORY_AND_DISK());
        try {
            return isUntouched(batch.sparkSession()) && appended(newest(batch))
                    ? new Merged(Commit.newestRows(posts, batch.sparkSession()), 0)
                    : merged(newest(batch));
        } finally {
            batch.unpersist();
        }
    }

    /** Returns the posts of a batch as they are now, and with {@code is_gone} those that are no more. */
    private Dataset<Row> newest(Dataset<Row> batch) {
        Dataset<Row> gone = deleted(batch)
                .union(new AccountPosts(changes, posts).gone(batch))
                .distinct()
                .withColumn("gone", lit(true));
        return batch.transform(new NewestPosts()::apply)
                .join(gone, POST, "full_outer")
                .withColumn("is_gone", coalesce(col("gone"), lit(false)))
                .drop("gone");
    }

    /** The table holds the batch's own deletions as well, and those that were received before a late creation. */
    private Dataset<Row> deleted(Dataset<Row> batch) {
        Dataset<Row> touched = batch.select("source", "post_id").distinct();
        return changes.read(batch.sparkSession())
                .where(col("op").equalTo(PostChange.DELETED))
                .select("source", "post_id")
                .join(broadcast(touched), POST, "left_semi");
    }

    /** Says whether nothing has been written since the table was made. */
    private boolean isUntouched(SparkSession spark) {
        return posts.version(spark).orElse(0) == 0;
    }

    /** Merges with nothing, which reads and joins nothing. Of two runs that both find nothing only one is let do so. */
    private boolean appended(Dataset<Row> newest) {
        return posts.append(newest.where(not(col("is_gone"))).drop("is_gone"), FIRST);
    }

    private Merged merged(Dataset<Row> newest) {
        Map<String, String> columns = new HashMap<>();
        Arrays.stream(posts.spec().schema().fieldNames()).forEach(column -> columns.put(column, "new." + column));
        Map<String, String> updated = new HashMap<>(columns);
        updated.put("created_at", "least(old.created_at, new.created_at)");
        Row affected = DeltaTable.forPath(newest.sparkSession(), posts.path())
                .as("old")
                .merge(newest.as("new"), posts.keyCondition("old", "new"))
                .whenMatched("new.is_gone")
                .delete()
                .whenMatched(IS_NEWER)
                .updateExpr(updated)
                .whenMatched("new.created_at < old.created_at")
                .updateExpr(Map.of("created_at", "new.created_at"))
                .whenNotMatched("NOT new.is_gone")
                .insertExpr(columns)
                .execute()
                .head();
        long removed = affected.<Long>getAs("num_deleted_rows");
        return new Merged(affected.<Long>getAs("num_affected_rows") - removed, removed);
    }
}
