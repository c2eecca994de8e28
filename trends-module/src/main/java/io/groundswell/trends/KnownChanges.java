package io.groundswell.trends;

import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.count.DueChanges;
import io.groundswell.trends.count.Interval;
import io.groundswell.trends.count.PostVersions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.AnalysisException;
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

    /** Returns the versions of posts by a version of the table. */
    Dataset<Row> posts(SparkSession spark, Interval interval, long version) {
        return posts(changes().readVersion(spark, version), interval);
    }

    /** Returns the versions of posts by the version of the table that a killed run read, or by the newest if it is gone. */
    Dataset<Row> postsAgain(SparkSession spark, Interval interval, OptionalLong version) {
        if (version.isPresent() && isThere(spark, interval, version.getAsLong())) {
            return posts(spark, interval, version.getAsLong());
        }
        LOG.warn(
                "The counts through {} were made of version {} of {}, which is vacuumed: the newest one gives display and"
                        + " samples of their trends",
                Decisions.instant(interval.through()),
                version.isPresent() ? version.getAsLong() : "unknown",
                changes().name());
        return posts(spark, interval, newest(spark));
    }

    /** Says what Spark's method does not declare. */
    @FunctionalInterface
    private interface Look {
        Dataset<Row> look() throws AnalysisException;
    }

    private boolean isThere(SparkSession spark, Interval interval, long version) {
        Look look = () -> changes().readVersion(spark, version);
        try {
            return areThere(
                    look.look()
                            .transform(new DueChanges(interval, widths)::apply)
                            .inputFiles(),
                    spark);
        } catch (AnalysisException gone) {
            LOG.debug("The log of {} begins after version {}", changes().name(), version, gone);
            return false;
        }
    }

    private Table changes() {
        return lake.table(Catalogue.POST_CHANGES);
    }

    private Dataset<Row> posts(Dataset<Row> changes, Interval interval) {
        return changes.transform(new DueChanges(interval, widths)::apply).transform(new PostVersions()::apply);
    }

    private static boolean areThere(String[] files, SparkSession spark) {
        Configuration conf = spark.sparkContext().hadoopConfiguration();
        try {
            for (String file : files) {
                Path path = new Path(URI.create(file));
                if (!path.getFileSystem(conf).exists(path)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at the files of silver.post_changes", e);
        }
    }
}
