package io.groundswell.ml.scoring;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;

import io.delta.tables.DeltaTable;
import io.groundswell.change.TimelyChanges;
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
    private static final Column IS_EDITED = col("op").equalTo(PostChange.EDITED);

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
            Row found = newest.agg(
                            count_if(IS_DELETED.or(IS_EDITED)),
                            min("received_at"),
                            count_if(IS_DELETED),
                            min("created_at"))
                    .first();
            if (found.isNullAt(1)) {
                return;
            }
            Dataset<Row> posts = posts(batch, newest, found.getTimestamp(1), found.getTimestamp(3))
                    .persist();
            try {
                // What a version said of a text that its author has replaced goes as that of a deleted one does.
                Dataset<Row> gone = newest.where(IS_DELETED).unionByName(posts.where(IS_EDITED));
                if (found.getLong(0) > 0) {
                    remove(gone, postTopics);
                }
                removed += found.getLong(2);
                merge(posts);
            } finally {
                posts.unpersist();
            }
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

    private Dataset<Row> posts(Dataset<Row> batch, Dataset<Row> newest, Timestamp received, Timestamp created) {
        Dataset<Row> written = without(newest.where(not(IS_DELETED)), overtaking(batch, received));
        return created == null ? written : accounts.without(written, created);
    }

    /**
     * Returns the edits and deletions that could be newer than a change of this batch, wherever they stand in the log: seen
     * to already, or still to come. So a post is scored once, in its newest version, wherever batches are cut.
     */
    private Dataset<Row> overtaking(Dataset<Row> batch, Timestamp since) {
        return changes.read(batch.sparkSession())
                .transform(new TimelyChanges()::apply)
                .where(IS_DELETED.or(IS_EDITED).and(col("received_at").geq(since)))
                .select(col("source"), col("post_id"), NewestChanges.age().as(NewestChanges.AGE));
    }

    private static Dataset<Row> without(Dataset<Row> posts, Dataset<Row> newer) {
        return posts.as("post")
                .join(
                        newer.as("newer"),
                        col("post.source")
                                .equalTo(col("newer.source"))
                                .and(col("post.post_id").equalTo(col("newer.post_id")))
                                .and(col("post.age").lt(col("newer.age"))),
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
