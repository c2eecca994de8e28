package io.groundswell.trends.count;

import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.xxhash64;

import io.groundswell.change.AccountRemovals;
import io.groundswell.job.Transform;
import io.groundswell.model.PostChange;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The narrow rows of {@link PostVersions} without removals, with {@code account_ended}: when the removal of a post's
 * account was received that ends it (microseconds), null where there is none. Removals are few beside posts: they go to
 * where the posts are.
 *
 * @param changes rows of silver.post_changes with the removals
 */
record AccountEnds(Dataset<Row> changes) implements Transform {

    @Override
    public Dataset<Row> apply(Dataset<Row> narrow) {
        Column account = xxhash64(col("source"), lit(false), col("author_id")); // as PostVersions hashes known authors
        Dataset<Row> removals = changes.transform(new AccountRemovals()::apply)
                .select(
                        col("source").as("removed_from"),
                        account.as("removed_author"),
                        unix_micros(col("removed_at")).as("removed_at"),
                        unix_micros(col("ends_through")).as("ends_through"))
                .groupBy("removed_from", "removed_author")
                .agg(collect_list(struct("removed_at", "ends_through")).as("removals"));
        Column ending = filter(
                col("removals"), removal -> removal.getField("ends_through").geq(col("created")));
        return narrow.filter(col("op").notEqual(PostChange.ACCOUNT_REMOVED))
                .join(
                        broadcast(removals),
                        col("source")
                                .equalTo(col("removed_from"))
                                .and(col("author").equalTo(col("removed_author"))),
                        "left")
                .withColumn("account_ended", array_min(transform(ending, removal -> removal.getField("removed_at"))))
                .drop("removed_from", "removed_author", "removals");
    }
}
