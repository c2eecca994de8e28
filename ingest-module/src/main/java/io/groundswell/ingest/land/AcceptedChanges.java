package io.groundswell.ingest.land;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.timestamp_micros;

import io.groundswell.ingest.parse.PostFormat;
import io.groundswell.job.Transform;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Those of the parsed frames that are changes, as rows of silver.post_changes before the text is looked at: without
 * {@code language}, {@code terms} and {@code extractor_version}, with {@code declared_language} and {@code tags}.
 */
record AcceptedChanges(String clock) implements Transform {
    @Override
    public Dataset<Row> apply(Dataset<Row> parsed) {
        return parsed.where(col("op").isNotNull())
                .select(
                        col("op"),
                        col("source"),
                        col("post_id"),
                        col("version"),
                        col("author_id"),
                        timestamp_micros(col("created_micros")).as("created_at"),
                        timestamp_micros(col("received_micros")).as("received_at"),
                        lit(clock).as("clock"),
                        col("late_by"),
                        col("is_clamped"),
                        col("declared_language"),
                        col("text"),
                        col("tags"),
                        col("mentions"),
                        col("links"),
                        col("kind"),
                        struct(col("lane"), col("offset")).as("position"),
                        lit(PostFormat.PARSER_VERSION).as("parser_version"));
    }
}
