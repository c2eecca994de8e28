package io.groundswell.trends;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get_json_object;
import static org.apache.spark.sql.functions.lit;

import io.delta.tables.DeltaTable;
import io.groundswell.table.CommitTag;
import io.groundswell.table.Table;
import io.groundswell.trends.count.Interval;
import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import scala.Option;

/**
 * The newest moment whose decisions a table holds. It is the transaction version of the commit that brought them, so it
 * moves with the rows or not at all, and Delta itself skips a commit that is already there.
 */
record DecidedThrough(String application) {

    /** A newer commit is one of compaction at most; more of them than this since the last run are not looked through. */
    private static final int COMMITS = 50;

    /** Returns the moment in microseconds since the epoch. */
    long of(Table table, SparkSession spark) {
        Option<Object> version = DeltaLog.forTable(spark, table.path())
                .update(false, Option.empty(), Option.empty())
                .transactions()
                .get(application);
        return version.isEmpty() ? Interval.NOTHING_DECIDED : (Long) version.get();
    }

    /**
     * Returns the tag of a commit.
     *
     * @param read the version of silver.post_changes of which the decisions are made
     */
    CommitTag tag(long through, long read) {
        return new CommitTag(application, through, "{\"job\":\"%s\",\"post_changes\":%d}".formatted(application, read));
    }

    /** Returns how many rows the newest commit of a table brought, as its log says; 0 where it says nothing of rows. */
    static long rows(Table table, SparkSession spark) {
        return DeltaTable.forPath(spark, table.path())
                .history(1)
                .select(coalesce(
                        col("operationMetrics").getItem("numOutputRows").cast("bigint"), lit(0L)))
                .as(Encoders.LONG())
                .head();
    }

    /** Returns the version of silver.post_changes of which the newest decisions of a table were made, as its note says. */
    OptionalLong readBy(Table table, SparkSession spark) {
        List<Long> read = DeltaTable.forPath(spark, table.path())
                .history(COMMITS)
                .where(get_json_object(col("userMetadata"), "$.job").equalTo(application))
                .orderBy(col("version").desc())
                .limit(1)
                .select(get_json_object(col("userMetadata"), "$.post_changes").cast("bigint"))
                .as(Encoders.LONG())
                .collectAsList();
        return read.isEmpty() || read.get(0) == null ? OptionalLong.empty() : OptionalLong.of(read.get(0));
    }
}
