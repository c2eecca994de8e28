package io.groundswell.trends;

import io.groundswell.table.CommitTag;
import io.groundswell.table.Table;
import io.groundswell.trends.count.Interval;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import scala.Option;

/**
 * The newest moment whose decisions a table holds. It is the transaction version of the commit that brought them, so it
 * moves with the rows or not at all, and Delta itself skips a commit that is already there.
 */
record DecidedThrough(String application) {

    /** Returns the moment in microseconds since the epoch. */
    long of(Table table, SparkSession spark) {
        Option<Object> version = DeltaLog.forTable(spark, table.path())
                .update(false, Option.empty(), Option.empty())
                .transactions()
                .get(application);
        return version.isEmpty() ? Interval.NOTHING_DECIDED : (Long) version.get();
    }

    CommitTag tag(long through) {
        return new CommitTag(application, through);
    }
}
