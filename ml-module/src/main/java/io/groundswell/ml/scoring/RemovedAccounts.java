package io.groundswell.ml.scoring;

import io.groundswell.change.AccountRemovals;
import io.groundswell.change.EndedPosts;
import io.groundswell.table.Table;
import java.sql.Timestamp;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Keeps posts whose account is gone out of gold.post_topics. */
record RemovedAccounts(Table changes, Table postTopics) {
    private static final String[] POST = {"source", "post_id"};

    /** Removes the posts that a batch's removals end, and returns how many there were. */
    long remove(Dataset<Row> batch) {
        Dataset<Row> found = batch.transform(new AccountRemovals()::apply);
        List<Row> removals = found.collectAsList();
        if (removals.isEmpty()) {
            return 0;
        }
        SparkSession spark = batch.sparkSession();
        // A post's topics don't name its author, so the ids come from its changes.
        Dataset<Row> ended = changes.read(spark)
                .transform(new EndedPosts(spark.createDataFrame(removals, found.schema()), true)::apply)
                .select("source", "post_id");
        Dataset<Row> gone = postTopics
                .read(spark)
                .select("source", "post_id")
                .distinct()
                .join(ended, POST, "left_semi")
                .persist();
        try {
            long posts = gone.count();
            if (posts > 0) {
                ScoredBatches.remove(gone, postTopics);
            }
            return posts;
        } finally {
            gone.unpersist();
        }
    }

    /**
     * Returns the posts without those that a removal ends which has landed, also one that was received before them.
     *
     * @param created the earliest created_at of the posts
     */
    Dataset<Row> without(Dataset<Row> posts, Timestamp created) {
        Dataset<Row> removals =
                changes.read(posts.sparkSession()).transform(AccountRemovals.ofPostsSince(created.toInstant())::apply);
        return posts.transform(new EndedPosts(removals, false)::apply);
    }
}
