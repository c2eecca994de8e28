package io.groundswell.table;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * A hash of a table's rows that does not depend on their order, and so tells whether two lakes hold the same.
 *
 * @param rows number of rows
 * @param hash sum of two 64-bit hashes of each row, in hexadecimal
 */
public record ContentHash(long rows, String hash) {

    /** Returns the hash over the given columns; maps are hashed by their JSON. */
    public static ContentHash of(Dataset<Row> rows, List<String> columns) {
        Column row = to_json(struct(columns.stream().map(functions::col).toArray(Column[]::new)));
        // Decimals, since a sum of 64-bit hashes overflows a BIGINT and Spark is strict about that.
        Column first = sum(xxhash64(lit(1), row).cast("decimal(20,0)"));
        Column second = sum(xxhash64(lit(2), row).cast("decimal(20,0)"));
        Row hashed = rows.agg(
                        count(lit(1)).as("total"),
                        coalesce(first, lit(0)).as("a"),
                        coalesce(second, lit(0)).as("b"))
                .select(col("total"), col("a").cast("string"), col("b").cast("string"))
                .head();
        return new ContentHash(
                hashed.getLong(0),
                Long.toHexString(new java.math.BigDecimal(hashed.getString(1))
                                .toBigInteger()
                                .longValue())
                        + "-"
                        + Long.toHexString(new java.math.BigDecimal(hashed.getString(2))
                                .toBigInteger()
                                .longValue()));
    }
}
