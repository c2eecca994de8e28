package io.groundswell.table;

import io.delta.tables.DeltaTable;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;

/**
 * Takes away what a table's past still holds of rows that are gone: its files at once, however young, and in its log the
 * statistics of those files, in which the first characters of values stand. No older version can be read afterwards; the
 * versions keep their numbers, notes and tags. Nobody may read or write the table meanwhile.
 */
public record Purge(Table table, SparkSession spark) {
    private static final String CHECK = "spark.databricks.delta.retentionDurationCheck.enabled";

    /** Purges the table; what is purged already costs a look. */
    public void run() {
        // A session of its own: nothing else of this process may vacuum what others still read.
        SparkSession own = spark.newSession();
        own.conf().set(CHECK, "false");
        DeltaTable.forPath(own, table.path()).vacuum(0);
        new LogErasure(table, spark).run();
        DeltaLog.invalidateCache(spark, new org.apache.hadoop.fs.Path(table.path()));
    }
}
