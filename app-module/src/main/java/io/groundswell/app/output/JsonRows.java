package io.groundswell.app.output;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Rows as JSON objects. */
public final class JsonRows {
    private JsonRows() {}

    /** Returns each row as JSON with every column, also where it is null. */
    public static Dataset<String> of(Dataset<Row> rows) {
        Column row = to_json(struct(col("*")), Map.of("ignoreNullFields", "false"));
        return rows.select(row).as(Encoders.STRING());
    }
}
