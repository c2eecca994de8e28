package io.groundswell.upkeep;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import io.delta.tables.DeltaTable;
import io.groundswell.table.Table;
import java.time.Duration;
import java.time.Instant;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * How long rows are kept, by their own time against the newest in the table: so a lake of old posts loses none for being
 * old, and a table that gets no rows any more loses none either. A row without a time stays.
 *
 * @param column a time
 * @param keep how much older than the newest a row may be
 */
public record Retention(String column, Duration keep) {

    /** Deletes the rows that are older, and returns how many. A stream cannot read on from a table that has lost rows. */
    public long deleteFrom(Table table, SparkSession spark) {
        Row newest = table.read(spark).agg(max(column)).head();
        if (newest.isNullAt(0)) {
            return 0;
        }
        Instant oldest = newest.getTimestamp(0).toInstant().minus(keep);
        Column isOlder = col(column).lt(lit(oldest));
        long rows = table.read(spark).filter(isOlder).count();
        if (rows > 0) {
            DeltaTable.forPath(spark, table.path()).delete(isOlder);
        }
        return rows;
    }
}
