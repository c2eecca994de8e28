package io.groundswell.ml.scoring;

import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import io.groundswell.job.Transform;
import io.groundswell.ml.topic.TopicInference;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/** Rows of gold.post_topics for posts with source, post_id, created_at and words. */
record TopicsOfPosts(ServedModel model) implements Transform {

    @Override
    public Dataset<Row> apply(Dataset<Row> posts) {
        Broadcast<TopicInference> inference = model.inference();
        // Spark has no function for it: MLlib's transform allocates more than it computes.
        UDF1<Vector, float[]> weights = words -> inference.value().weights(words);
        return model.pipeline()
                .features(posts)
                .select(
                        col("source"),
                        col("post_id"),
                        col("created_at"),
                        udf(weights, DataTypes.createArrayType(DataTypes.FloatType, false))
                                .apply(col(model.pipeline().featuresColumn()))
                                .as("weights"))
                .select(
                        col("source"),
                        col("post_id"),
                        lit(model.version().version()).as("model_version"),
                        col("created_at"),
                        // Of an empty array the greatest is null.
                        coalesce(array_position(col("weights"), array_max(col("weights"))), lit(0))
                                .minus(1)
                                .cast(DataTypes.IntegerType)
                                .as("topic"),
                        coalesce(array_max(col("weights")), lit(0))
                                .cast(DataTypes.DoubleType)
                                .as("weight"),
                        col("weights"));
    }
}
