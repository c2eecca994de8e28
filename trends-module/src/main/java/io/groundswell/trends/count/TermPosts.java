package io.groundswell.trends.count;

import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import io.groundswell.job.Transform;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Every change of the posts that mention one of a few terms, from rows of silver.post_changes; the other posts' long
 * way through {@link PostVersions} is spared.
 *
 * @param terms kind, term
 */
public record TermPosts(Dataset<Row> terms) implements Transform {

    private static final String[] TERM = {"kind", "term"};

    @Override
    public Dataset<Row> apply(Dataset<Row> changes) {
        Dataset<Row> mentioning = changes.select(
                        col("source"),
                        col("post_id"),
                        col("terms.kind").as("kinds"),
                        col("terms.term").as("names"))
                .withColumn("mentioned", explode(arrays_zip(col("kinds"), col("names"))))
                .select(
                        col("source"),
                        col("post_id"),
                        col("mentioned.kinds").as("kind"),
                        col("mentioned.names").as("term"))
                .join(broadcast(terms.distinct()), TERM, "left_semi")
                .select("source", "post_id")
                .distinct();
        return changes.join(mentioning, new String[] {"source", "post_id"}, "left_semi");
    }
}
