package io.groundswell.change;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.groundswell.job.Transform;
import io.groundswell.model.PostChange;
import java.time.Duration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of silver.post_changes without those of posts whose source claims that they were written more than 48 hours
 * after they were received: such a time is a fault or a lie, and where the post belongs nobody knows. It stays in
 * silver.post_changes and counts nowhere. Deletions and removals always count.
 */
public record TimelyChanges() implements Transform {
    /** As far ahead as back: a post older than this is not counted either. */
    public static final Duration HORIZON = Duration.ofDays(2);

    @Override
    public Dataset<Row> apply(Dataset<Row> changes) {
        Column isTimely = col("late_by").geq(lit(-HORIZON.toMillis()));
        Column isEnd = col("op").isin(PostChange.DELETED, PostChange.ACCOUNT_REMOVED);
        return changes.filter(col("late_by").isNull().or(isTimely).or(isEnd));
    }
}
