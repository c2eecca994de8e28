package io.groundswell.trends;

import io.groundswell.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A version of a table that an earlier run read. Its log may be cut off by now, its files may be vacuumed. */
record PastVersion(Table table, long version) {
    private static final Logger LOG = LoggerFactory.getLogger(PastVersion.class);

    /** Says what Spark's method does not declare. */
    @FunctionalInterface
    private interface Look {
        Dataset<Row> look() throws AnalysisException;
    }

    /**
     * Returns some rows of the version; empty where they are gone.
     *
     * @param some picks them
     */
    Optional<Dataset<Row>> rows(SparkSession spark, UnaryOperator<Dataset<Row>> some) {
        Look look = () -> table.readVersion(spark, version);
        try {
            Dataset<Row> rows = some.apply(look.look());
            return areThere(rows.inputFiles(), spark) ? Optional.of(rows) : Optional.empty();
        } catch (AnalysisException gone) {
            LOG.debug("The log of {} begins after version {}", table.name(), version, gone);
            return Optional.empty();
        }
    }

    private boolean areThere(String[] files, SparkSession spark) {
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
            throw new UncheckedIOException("Cannot look at the files of " + table.name(), e);
        }
    }
}
