package io.groundswell.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import io.groundswell.job.Transform;
import io.groundswell.model.PostChange;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Posts as their newest change left them, as rows of silver.posts; deletions and removals are left out. The newest
 * is the one received last; of those received at once an edit is newer than the creation, and of two edits the one
 * with the longer id, then with the greater: ids of versions grow. A post keeps the earliest created_at of its
 * changes.
 */
record NewestPosts() implements Transform {
    @Override
    public Dataset<Row> apply(Dataset<Row> changes) {
        Column isEdit = col("op").equalTo(PostChange.EDITED);
        Column order = struct(col("received_at"), isEdit, length(col("version")), col("version"), col("position"));
        Column newest = struct(
                col("version"),
                col("author_id"),
                col("received_at").as("changed_at"),
                col("language"),
                col("text"),
                col("terms"),
                col("mentions"),
                col("links"),
                col("kind"));
        return changes.where(col("op").isin(PostChange.CREATED, PostChange.EDITED))
                .groupBy(col("source"), col("post_id"))
                .agg(max_by(newest, order).as("newest"), min(col("created_at")).as("created_at"))
                .select(
                        col("source"),
                        col("post_id"),
                        col("newest.version"),
                        col("newest.author_id"),
                        col("created_at"),
                        col("newest.changed_at"),
                        col("newest.language"),
                        col("newest.text"),
                        col("newest.terms"),
                        col("newest.mentions"),
                        col("newest.links"),
                        col("newest.kind"));
    }
}
