package io.groundswell.trends;

import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.table.Table;
import io.groundswell.trends.count.DueChanges;
import io.groundswell.trends.count.Interval;
import io.groundswell.trends.count.PostVersions;
import io.groundswell.trends.rule.Blocks;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The posts of which an interval's decisions are made, in one version of silver.post_changes for all of them. */
record KnownChanges(Lake lake, List<Integer> widths) {
    private static final Logger LOG = LoggerFactory.getLogger(KnownChanges.class);

    /** Returns the newest version, which the decisions that are due now are made of. */
    long newest(SparkSession spark) {
        return changes().version(spark).orElseThrow();
    }

    /** Returns the versions of posts by a version of the table, and which of them rules block. */
    Dataset<Row> posts(SparkSession spark, Interval interval, long version, Blocks blocks) {
        return changes()
                .readVersion(spark, version)
                .transform(new DueChanges(interval, widths)::apply)
                .transform(new PostVersions(blocks)::apply);
    }

    /** Returns the versions of posts by the version of the table that a killed run read, or by the newest if it is gone. */
    Dataset<Row> postsAgain(SparkSession spark, Interval interval, long version, Blocks blocks) {
        Optional<Dataset<Row>> due = version == DecidedThrough.Read.UNKNOWN
                ? Optional.empty()
                : new PastVersion(changes(), version).rows(spark, new DueChanges(interval, widths)::apply);
        if (due.isPresent()) {
            return due.get().transform(new PostVersions(blocks)::apply);
        }
        LOG.warn(
                "The counts through {} were made of a version of {} that is vacuumed or unknown ({}): the newest one gives"
                        + " display and samples of their trends, and their stories",
                Micros.instant(interval.through()),
                changes().name(),
                version);
        return posts(spark, interval, newest(spark), blocks);
    }

    /** Returns how many stored bytes of the newest version are read for an interval at most, as the statistics of files tell. */
    long bytes(SparkSession spark, Interval interval) {
        return changes()
                .read(spark)
                .transform(new DueChanges(interval, widths)::apply)
                .queryExecution()
                .optimizedPlan()
                .stats()
                .sizeInBytes()
                .toLong();
    }

    private Table changes() {
        return lake.table(Catalogue.POST_CHANGES);
    }
}
