package io.groundswell.graph.cooccurrence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;

import io.groundswell.job.Transform;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Pairs of hashtags that stood in one post: {@link TaggedPosts} become
 * {@code window_start, tag_a, tag_b, support, support_a, support_b, total, tests}.
 *
 * <p>All counts are distinct authors, so that nobody makes an edge alone: {@code support} with the pair in one post, {@code support_a} and
 * {@code support_b} with the tag, {@code total} with any tag. {@code tests} is how many pairs could have been there:
 * all pairs of {@code tags}, seen together or not.
 *
 * @param tags {@link TagSupports} of the same posts and the same support
 */
public record CoOccurrences(Dataset<Row> tags, int minSupport) implements Transform {

    @Override
    public Dataset<Row> apply(Dataset<Row> tagged) {
        Dataset<Row> totals =
                tagged.groupBy("window_start").agg(count_distinct(col("author")).as("total"));
        Dataset<Row> tests = tags.groupBy("window_start")
                .agg(count(lit(1)).as("vertices"))
                .select(
                        col("window_start"),
                        col("vertices")
                                .multiply(col("vertices").minus(1))
                                .divide(2)
                                .as("tests"));
        return pairs(tagged)
                .join(end("a"), sameTag("a"))
                .join(end("b"), sameTag("b"))
                .join(totals, "window_start")
                .join(tests, "window_start")
                .select("window_start", "tag_a", "tag_b", "support", "support_a", "support_b", "total", "tests");
    }

    /** Returns pairs by the hashes of their tags; {@code a} is the tag that comes first in the order of strings. */
    private Dataset<Row> pairs(Dataset<Row> tagged) {
        Column later = slice(col("tag_ids"), col("place").plus(2), size(col("tag_ids")));
        return tagged.select(
                        col("window_start"),
                        col("author"),
                        col("tag_ids"),
                        posexplode(col("tag_ids")).as(new String[] {"place", "a"}))
                .select(
                        col("window_start"),
                        col("author"),
                        col("a"),
                        explode(later).as("b"))
                .groupBy("window_start", "a", "b")
                .agg(count_distinct(col("author")).as("support"))
                .where(col("support").geq(minSupport));
    }

    private Dataset<Row> end(String end) {
        return tags.select(
                col("window_start").as("window_" + end),
                col("tag_id").as("id_" + end),
                col("tag").as("tag_" + end),
                col("support").as("support_" + end));
    }

    private static Column sameTag(String end) {
        return col("window_start").equalTo(col("window_" + end)).and(col(end).equalTo(col("id_" + end)));
    }
}
