package io.groundswell.trends.count;

import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.groundswell.change.TimelyChanges;
import io.groundswell.job.Transform;
import io.groundswell.model.PostChange;
import io.groundswell.table.Micros;
import io.groundswell.trends.rule.Blocks;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * When each version of a post was the one to count, from rows of silver.post_changes in any order, duplicates included.
 *
 * <p>A version counts from its own {@code received_at} to that of the post's next change: at a decision t if
 * {@code valid_from < t <= valid_to}. A deletion ends a post for good, even one that arrives before the post itself; so
 * does the removal of its account, but for what the account writes once it has come back.
 * Posts first received more than 48 hours after they were created have no rows. Where rules block it now and then, the
 * version has a row for each stretch of decisions in which it is blocked or not.
 *
 * <p>Columns: source, language, post_id, author (64-bit hash; an unknown author is one of this post alone), created,
 * first_received, valid_from, valid_to (microseconds), text_mask (one of 64 bits), kinds, names and displays of
 * the terms, and where there are blocks {@link #IS_BLOCKED}.
 *
 * <p>Changes of a post carry the {@code created_at} of the post, so one that names another is another post: what is
 * read for one window then can't hang on what is read for another. Times within a second are the same, as feeds tell
 * more of it in one change than in another; windows begin and end on whole seconds.
 *
 * @param blocks rules by which posts don't count
 */
public record PostVersions(Blocks blocks) implements Transform {
    /** The column that says that a row counts as blocked instead of as a post. */
    static final String IS_BLOCKED = "is_blocked";

    private static final long HORIZON = Micros.of(TimelyChanges.HORIZON);
    private static final Column[] POST = {col("source"), col("post_id")};
    private static final Column[] DATED_POST = {col("source"), col("post_id"), col("created_second")};
    private static final Column[] CHANGE = {
        col("source"), col("post_id"), col("created_second"), col("op"), col("version")
    };

    /** Takes every post as one that counts. */
    public PostVersions() {
        this(Blocks.NONE);
    }

    @Override
    public Dataset<Row> apply(Dataset<Row> changes) {
        Column author = xxhash64(col("source"), col("author_id").isNull(), coalesce(col("author_id"), col("post_id")));
        Dataset<Row> narrow = changes.select(
                col("source"),
                col("language"),
                col("post_id"),
                col("op"),
                col("version"),
                author.as("author"),
                unix_micros(col("created_at")).as("created"),
                unix_seconds(col("created_at")).as("created_second"),
                unix_micros(col("received_at")).as("received"),
                xxhash64(col("text")).as("text_hash"),
                xxhash64(new TextPrint(col("text")).column()).as("print_hash"),
                col("terms.kind").as("kinds"),
                col("terms.term").as("names"),
                col("terms.display").as("displays"),
                new BlockedStretches(blocks).column().as(BlockedStretches.COLUMN));
        Dataset<Row> ofPosts = narrow.transform(new AccountEnds(changes)::apply);
        return versions(firstOfDuplicates(withDeletions(ofPosts)));
    }

    /** Returns whether rows of these say what is blocked, which they do where there are blocks. */
    static boolean tellBlocked(Dataset<Row> versions) {
        return List.of(versions.columns()).contains(IS_BLOCKED);
    }

    private static Dataset<Row> withDeletions(Dataset<Row> changes) {
        Column deletion = when(col("op").equalTo(PostChange.DELETED), col("received"));
        Column ofThisPost = filter(
                col("all_deletions"), received -> received.geq(col("created").minus(lit(Interval.CLOCK_SLACK))));
        return changes.withColumn("all_deletions", collect_list(deletion).over(Window.partitionBy(POST)))
                .filter(col("op").notEqual(PostChange.DELETED))
                .withColumn("deleted", array_min(ofThisPost))
                .drop("all_deletions");
    }

    private static Dataset<Row> firstOfDuplicates(Dataset<Row> changes) {
        WindowSpec duplicates =
                Window.partitionBy(CHANGE).orderBy(col("received"), col("text_hash"), col("author"), col("language"));
        return changes.withColumn("copy", row_number().over(duplicates))
                .filter(col("copy").equalTo(1))
                .drop("copy");
    }

    private Dataset<Row> versions(Dataset<Row> changes) {
        // "created" sorts before "edited", and ids of later versions are longer or greater.
        WindowSpec inOrder = Window.partitionBy(DATED_POST)
                .orderBy(col("received"), col("op"), length(col("version")), col("version"));
        Column textBit = col("print_hash").bitwiseAND(lit(63L)).cast("int");
        Column next = lead(col("received"), 1).over(inOrder);
        Dataset<Row> versions = changes.select(
                        col("source"),
                        col("language"),
                        col("post_id"),
                        col("author"),
                        col("created"),
                        min(col("received"))
                                .over(Window.partitionBy(DATED_POST))
                                .as("first_received"),
                        col("received").as("valid_from"),
                        coalesce(least(next, col("deleted"), col("account_ended")), lit(Long.MAX_VALUE))
                                .as("valid_to"),
                        call_function("shiftleft", lit(1L), textBit).as("text_mask"),
                        col("kinds"),
                        col("names"),
                        col("displays"),
                        col(BlockedStretches.COLUMN))
                .filter(col("valid_from").lt(col("valid_to")))
                .filter(col("first_received").minus(col("created")).leq(lit(HORIZON)));
        return versions.transform(new BlockedStretches(blocks)::apply);
    }
}
