package io.groundswell.ml.scoring;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.groundswell.job.Transform;
import io.groundswell.ml.topic.PostTerms;
import io.groundswell.model.PostChange;
import io.groundswell.model.Term;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The newest of several changes of a post: source, post_id, op, author_id, created_at, received_at, words, age. Newest
 * is what was received last; of changes received at once a deletion is newer than an edit, an edit than the creation, and then the
 * one that stands later in its feed.
 */
record NewestChanges() implements Transform {
    /** The column by which changes of a post are ordered, the newest last. */
    static final String AGE = "age";

    @Override
    public Dataset<Row> apply(Dataset<Row> changes) {
        Column change = struct(
                col("op"),
                col("author_id"),
                col("created_at"),
                col("received_at"),
                PostTerms.ofKind(Term.WORD).as(PostTerms.WORDS));
        return changes.where(col("op").notEqual(PostChange.ACCOUNT_REMOVED))
                .groupBy("source", "post_id")
                .agg(max_by(change, age()).as("newest"), max(age()).as(AGE))
                .select(
                        col("source"),
                        col("post_id"),
                        col("newest.op"),
                        col("newest.author_id"),
                        col("newest.created_at"),
                        col("newest.received_at"),
                        col("newest." + PostTerms.WORDS),
                        col(AGE));
    }

    /** Returns what is larger for a newer change, of rows of silver.post_changes. */
    static Column age() {
        return struct(col("received_at"), rank().as("rank"), col("position"));
    }

    private static Column rank() {
        return when(col("op").equalTo(PostChange.DELETED), 2)
                .when(col("op").equalTo(PostChange.EDITED), 1)
                .otherwise(0);
    }
}
