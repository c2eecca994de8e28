package io.groundswell.ingest.land;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.timestamp_micros;

import io.groundswell.job.Transform;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Parsed frames as rows of bronze.raw_posts. */
record RawPosts(String clock) implements Transform {
    @Override
    public Dataset<Row> apply(Dataset<Row> parsed) {
        return parsed.select(
                col("source"),
                struct(col("lane"), col("offset")).as("position"),
                col("format"),
                lit(clock).as("clock"),
                timestamp_micros(col("received_micros")).as("received_at"),
                col("payload"));
    }
}
