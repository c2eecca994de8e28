package io.groundswell.ingest.land;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import io.groundswell.model.PostChange;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a batch holds. The ids of posts and the times of its changes are null where it has none.
 *
 * @param removals those of its changes that are removals of accounts
 * @param firstReceived in microseconds since 1970
 * @param lastReceived in microseconds since 1970
 */
record BatchSpan(
        long frames,
        long changes,
        long rejected,
        long removals,
        String firstPostId,
        String lastPostId,
        Long firstReceived,
        Long lastReceived) {

    /** Returns the span of parsed frames, in one pass. */
    static BatchSpan of(Dataset<Row> parsed) {
        Row found = parsed.agg(
                        count(lit(1)),
                        count(col("op")),
                        count(col("reason")),
                        count_if(col("op").equalTo(PostChange.ACCOUNT_REMOVED)),
                        min(col("post_id")),
                        max(col("post_id")),
                        min(when(col("op").isNotNull(), col("received_micros"))),
                        max(when(col("op").isNotNull(), col("received_micros"))))
                .head();
        return new BatchSpan(
                found.getLong(0),
                found.getLong(1),
                found.getLong(2),
                found.getLong(3),
                found.getString(4),
                found.getString(5),
                found.<Long>getAs(6),
                found.<Long>getAs(7));
    }
}
