package io.groundswell.graph.community;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;

import io.groundswell.job.Transform;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Numbers for communities: {@code window_start, tag, label} become {@code window_start, label, community}, from 0 by size
 * within the window, largest first; of equals, the one with the smallest hashtag first.
 */
public record NumberedCommunities() implements Transform {

    @Override
    public Dataset<Row> apply(Dataset<Row> labelled) {
        Column place = row_number()
                .over(Window.partitionBy("window_start")
                        .orderBy(col("size").desc(), col("least").asc()));
        return labelled.groupBy("window_start", "label")
                .agg(count(lit(1)).as("size"), min("tag").as("least"))
                .select(col("window_start"), col("label"), place.minus(1).as("community"));
    }
}
