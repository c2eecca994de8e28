package io.groundswell.trends.count;

import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.not;

import io.groundswell.job.Transform;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Each mention of a few terms that counts, as it was written, from {@link PostVersions}: width, window, scope, kind, term, display,
 * source, post_id, author, first_received, valid_from, valid_to, text_mask.
 *
 * @param terms kind, term
 */
public record WrittenTerms(Dataset<Row> terms, Windows windows) implements Transform {

    private static Dataset<Row> counting(Dataset<Row> versions) {
        return PostVersions.tellBlocked(versions) ? versions.filter(not(col(PostVersions.IS_BLOCKED))) : versions;
    }

    @Override
    public Dataset<Row> apply(Dataset<Row> versions) {
        return counting(versions)
                .withColumn("mentioned", explode(arrays_zip(col("kinds"), col("names"), col("displays"))))
                .select(
                        col("created"),
                        col("mentioned.kinds").as("kind"),
                        col("mentioned.names").as("term"),
                        col("mentioned.displays").as("display"),
                        col("source"),
                        col("language"),
                        col("post_id"),
                        col("author"),
                        col("first_received"),
                        col("valid_from"),
                        col("valid_to"),
                        col("text_mask"))
                .join(broadcast(terms.distinct()), new String[] {"kind", "term"}, "left_semi")
                .transform(windows::apply)
                .select(
                        col("width"),
                        col("window"),
                        col("scope"),
                        col("kind"),
                        col("term"),
                        col("display"),
                        col("source"),
                        col("post_id"),
                        col("author"),
                        col("first_received"),
                        col("valid_from"),
                        col("valid_to"),
                        col("text_mask"));
    }
}
