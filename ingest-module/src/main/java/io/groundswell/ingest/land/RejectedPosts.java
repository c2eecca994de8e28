package io.groundswell.ingest.land;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.timestamp_micros;

import io.groundswell.ingest.parse.PostFormat;
import io.groundswell.job.Transform;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Those of the parsed frames that can't be read, as rows of silver.rejected_posts. */
record RejectedPosts() implements Transform {
    @Override
    public Dataset<Row> apply(Dataset<Row> parsed) {
        return parsed.where(col("reason").isNotNull())
                .select(
                        col("source"),
                        struct(col("lane"), col("offset")).as("position"),
                        col("format"),
                        timestamp_micros(col("received_micros")).as("received_at"),
                        col("reason"),
                        col("field"),
                        col("payload"),
                        lit(PostFormat.PARSER_VERSION).as("parser_version"));
    }
}
