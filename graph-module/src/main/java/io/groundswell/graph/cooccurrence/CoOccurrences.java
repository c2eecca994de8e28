package io.groundswell.graph.cooccurrence;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.xxhash64;

import io.groundswell.job.Transform;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Pairs of hashtags that stood in one post: {@link TaggedPosts} become
 * {@code window_start, tag_a, tag_b, support, support_a, support_b, total, tests}.
 *
 * <p>All counts are distinct author-hours: {@code support} with the pair in one post, {@code support_a} and
 * {@code support_b} with the tag, {@code total} with any tag. {@code tests} is how many pairs could have been there:
 * all pairs of tags with {@code minSupport}, seen together or not.
 */
public record CoOccurrences(int minSupport) implements Transform {

    @Override
    public Dataset<Row> apply(Dataset<Row> tagged) {
        Dataset<Row> tags = tagged.transform(new TagSupports(minSupport)::apply);
        Dataset<Row> totals = tagged.groupBy("window_start")
                .agg(count_distinct(col("author_hour")).as("total"));
        Dataset<Row> tests = tags.groupBy("window_start")
                .agg(count(lit(1)).as("vertices"))
                .select(
                        col("window_start"),
                        col("vertices")
                                .multiply(col("vertices").minus(1))
                                .divide(2)
                                .as("tests"));
        return pairs(tagged)
                .join(end(tags, "a"), sameTag("a"))
                .join(end(tags, "b"), sameTag("b"))
                .join(totals, "window_start")
                .join(tests, "window_start")
                .select("window_start", "tag_a", "tag_b", "support", "support_a", "support_b", "total", "tests");
    }

    /** Returns pairs by the hashes of their tags; {@code a} is the tag that comes first in the order of strings. */
    private Dataset<Row> pairs(Dataset<Row> tagged) {
        Column sorted = array_sort(col("tags"));
        Column pairs = flatten(transform(
                sorted,
                (first, index) -> transform(
                        slice(sorted, index.plus(2), size(sorted)),
                        second ->
                                struct(xxhash64(first).as("a"), xxhash64(second).as("b")))));
        return tagged.where(size(col("tags")).gt(1))
                .select(col("window_start"), col("author_hour"), explode(pairs).as("pair"))
                .groupBy(
                        col("window_start"),
                        col("pair.a").as("a"),
                        col("pair.b").as("b"))
                .agg(count_distinct(col("author_hour")).as("support"))
                .where(col("support").geq(minSupport));
    }

    private static Dataset<Row> end(Dataset<Row> tags, String end) {
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
