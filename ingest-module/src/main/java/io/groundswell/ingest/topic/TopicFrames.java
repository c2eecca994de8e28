package io.groundswell.ingest.topic;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import io.groundswell.ingest.source.FrameSource;
import io.groundswell.job.Transform;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Records of a topic as rows of the frame source: the lane is {@code topic-partition}, the stamp the record's timestamp.
 * A record without a value says that a key is gone; it holds no frame and is left out, as an empty line is.
 */
record TopicFrames() implements Transform {
    @Override
    public Dataset<Row> apply(Dataset<Row> records) {
        Column isTooLong = length(col("value")).gt(FrameSource.MAX_FRAME_BYTES);
        return records.where(length(col("value")).gt(0))
                .select(
                        concat(col("topic"), lit("-"), col("partition").cast("string"))
                                .as("lane"),
                        col("offset"),
                        when(isTooLong, col("value").substr(1, FrameSource.KEPT_BYTES))
                                .otherwise(col("value"))
                                .as("payload"),
                        when(isTooLong, lit(FrameSource.TOO_LONG)).as("fault"),
                        unix_micros(col("timestamp")).as("stamp"));
    }
}
