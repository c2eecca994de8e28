package io.groundswell.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.min;

import io.groundswell.change.AccountRemovals;
import io.groundswell.change.EndedPosts;
import io.groundswell.model.PostChange;
import io.groundswell.table.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Finds the posts that go with their accounts. */
record AccountPosts(Table changes, Table posts) {

    /** Returns source and post_id of the batch's posts whose removal has landed, and of merged ones whose is in it. */
    Dataset<Row> gone(Dataset<Row> batch) {
        SparkSession spark = batch.sparkSession();
        Row span = batch.agg(min(col("created_at")), count_if(col("op").equalTo(PostChange.ACCOUNT_REMOVED)))
                .head();
        Dataset<Row> gone = batch.select("source", "post_id").limit(0);
        if (!span.isNullAt(0)) {
            AccountRemovals landed =
                    AccountRemovals.ofPostsSince(span.getTimestamp(0).toInstant());
            Dataset<Row> written = batch.where(col("op").isin(PostChange.CREATED, PostChange.EDITED));
            gone = gone.union(ended(written, changes.read(spark).transform(landed::apply)));
        }
        if (span.getLong(1) > 0) {
            gone = gone.union(ended(posts.read(spark), batch.transform(new AccountRemovals()::apply)));
        }
        return gone;
    }

    private static Dataset<Row> ended(Dataset<Row> posts, Dataset<Row> removals) {
        return posts.transform(new EndedPosts(removals, true)::apply).select("source", "post_id");
    }
}
