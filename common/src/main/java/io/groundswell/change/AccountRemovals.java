package io.groundswell.change;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;

import io.groundswell.job.Transform;
import io.groundswell.model.PostChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The removals of accounts among rows of silver.post_changes, in any order: source, author_id, removed_at, ends_through.
 *
 * <p>From its {@code removed_at}, when it was received, a removal ends each post of the account with a {@code created_at}
 * up to {@code ends_through}, whichever of the two is received first. What the account writes later, once it has come
 * back, is not touched. A removal whose feed does not say when the account went is one of the moment when it was
 * received; clocks may differ by {@link #CLOCK_SLACK}.
 *
 * @param postsSince when the oldest of the posts was created for which removals are wanted; empty for all
 */
public record AccountRemovals(Optional<Instant> postsSince) implements Transform {
    /** How far a post's created_at may lie after its received_at, and so after the removal of its account. */
    public static final Duration CLOCK_SLACK = Duration.ofMinutes(5);

    public AccountRemovals() {
        this(Optional.empty());
    }

    /** Returns the removals that can end a post created at a moment or later. */
    public static AccountRemovals ofPostsSince(Instant created) {
        return new AccountRemovals(Optional.of(created));
    }

    @Override
    public Dataset<Row> apply(Dataset<Row> changes) {
        Column isRemoval = col("op").equalTo(PostChange.ACCOUNT_REMOVED);
        // No removal is received before it is made; the range is on a plain column, so that files are skipped.
        Column condition = postsSince
                .map(created -> isRemoval.and(col("received_at").geq(lit(created.minus(CLOCK_SLACK)))))
                .orElse(isRemoval);
        Column went = least(coalesce(col("created_at"), col("received_at")), col("received_at"));
        return changes.filter(condition)
                .select(
                        col("source"),
                        col("author_id"),
                        col("received_at").as("removed_at"),
                        went.plus(lit(CLOCK_SLACK)).as("ends_through"));
    }
}
