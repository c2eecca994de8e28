package io.groundswell.ml.scoring;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.min;

import io.delta.tables.DeltaTable;
import io.groundswell.model.PostChange;
import io.groundswell.table.Table;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Writes each micro-batch of changes to gold.post_topics, and counts what it did. For one thread. */
final class ScoredBatches {
    private static final Column IS_DELETED = col("op").equalTo(PostChange.DELETED);

    private final Champion champion;
    private final Table changes;
    private final Table postTopics;
    private final RemovedAccounts accounts;
    private long scored;
    private long removed;

    ScoredBatches(Champion champion, Table changes, Table postTopics) {
        this.champion = champion;
        this.changes = changes;
        this.postTopics = postTopics;
        this.accounts = new RemovedAccounts(changes, postTopics);
    }

    void score(Dataset<Row> batch) {
        removed += accounts.remove(batch);
        Dataset<Row> newest = batch.transform(new NewestChanges()::apply).persist();
        try {
            Row found = newest.agg(count_if(IS_DELETED), min("received_at"), min("created_at"))
                    .first();
            if (found.isNullAt(1)) {
                return;
            }
            if (found.getLong(0) > 0) {
                remove(newest.where(IS_DELETED), postTopics);
                removed += found.getLong(0);
            }
            Dataset<Row> written = without(
                    newest.where(col("op").notEqual(PostChange.DELETED)), deletions(batch, found.getTimestamp(1)));
            merge(found.isNullAt(2) ? written : accounts.without(written, found.getTimestamp(2)));
        } finally {
            newest.unpersist();
        }
    }

    /** Returns what was counted: {@code scored} and {@code removed} posts. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("scored", scored);
        counts.put("removed", removed);
        return counts;
    }

    /** Returns the deletions that could have overtaken a change of this batch and been seen to already. */
    private Dataset<Row> deletions(Dataset<Row> batch, Timestamp since) {
        return changes.read(batch.sparkSession())
                .where(IS_DELETED.and(col("received_at").geq(since)))
                .select("source", "post_id", "received_at");
    }

    private static Dataset<Row> without(Dataset<Row> posts, Dataset<Row> deletions) {
        return posts.as("post")
                .join(
                        deletions.as("deletion"),
                        col("post.source")
                                .equalTo(col("deletion.source"))
                                .and(col("post.post_id").equalTo(col("deletion.post_id")))
                                .and(col("post.received_at").leq(col("deletion.received_at"))),
                        "left_anti");
    }

    private void merge(Dataset<Row> posts) {
        SparkSession spark = posts.sparkSession();
        Dataset<Row> topics = posts.transform(new TopicsOfPosts(champion.current(spark))::apply)
                .persist();
        try {
            long found = topics.count();
            if (found > 0) {
                postTopics.merge(topics);
            }
            scored += found;
        } finally {
            topics.unpersist();
        }
    }

    static void remove(Dataset<Row> deleted, Table postTopics) {
        DeltaTable.forPath(deleted.sparkSession(), postTopics.path())
                .as("old")
                .merge(deleted.as("gone"), "old.source = gone.source AND old.post_id = gone.post_id")
                .whenMatched()
                .delete()
                .execute();
    }
}
