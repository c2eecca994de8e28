package io.groundswell.ingest.topic;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import io.groundswell.job.Transform;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of gold.trends as records of a topic. The key is the term: all of a term lies in one partition, in the order in
 * which it was decided. The value is a JSON object with every column and {@code id}, the row's key as text: what comes
 * again has the same, and so can be dropped.
 */
record TrendRecords() implements Transform {
    private static final String ISO = "yyyy-MM-dd'T'HH:mm:ssXXX";

    @Override
    public Dataset<Row> apply(Dataset<Row> trends) {
        Column id = concat_ws(
                "/",
                date_format(col("window_start"), ISO),
                col("window_width"),
                col("scope"),
                col("kind"),
                col("term"),
                date_format(col("decided_at"), ISO));
        Column value = to_json(struct(id.as("id"), col("*")), Map.of("ignoreNullFields", "false"));
        return trends.repartition(col("term"))
                .sortWithinPartitions(col("decided_at"), col("window_start"), col("window_width"))
                .select(col("term").as("key"), value.as("value"));
    }
}
