package io.groundswell.upkeep;

import static org.apache.spark.sql.functions.col;

import io.groundswell.table.Table;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Many small files made few. The commit says that it changes no row, so that streams pass over it, and takes no file that
 * was added meanwhile, so that appends go on beside it. A merge or a deletion that goes on may fail for it: take the
 * lease of whoever makes them.
 *
 * @param leastFiles so many small files make it pay
 * @param fileBytes about what a new file holds; one of less than a quarter of it is small
 */
public record Compaction(int leastFiles, long fileBytes) {
    /**
     * The rows of a file come into one micro-batch of a stream that begins anew, whatever that stream's bound: so no more
     * than such a bound is, 32 MB in 'score-posts'.
     */
    public static final Compaction DEFAULT = new Compaction(20, 32L << 20);

    private static final int SMALL_SHARE = 4;

    /** A clustered stretch of so many files is left as it is from then on: else each run would write all of the table. */
    private static final int CLOSED_FILES = 16;

    private static final String CUBE = "spark.databricks.delta.optimize.clustering.mergeStrategy.minCubeSize.";

    /** What was done. */
    public record Done(long filesRemoved, long filesAdded, long bytes) {}

    /** Returns below which size a file is small. */
    public long smallBytes() {
        return fileBytes / SMALL_SHARE;
    }

    /** Whether the table has enough small files. */
    public boolean pays(Table table, SparkSession spark) {
        return table.snapshot(spark)
                        .allFiles()
                        .toDF()
                        .filter(col("size").lt(smallBytes()))
                        .count()
                >= leastFiles;
    }

    /** Writes the small files of an unclustered table, and what of a clustered one is not closed yet, into larger ones. */
    public Done run(Table table, SparkSession spark) {
        Row done = session(spark)
                .sql("OPTIMIZE delta.`%s`".formatted(table.path()))
                .selectExpr("metrics.numFilesRemoved", "metrics.numFilesAdded", "metrics.filesRemoved.totalSize")
                .head();
        return new Done(done.getLong(0), done.getLong(1), done.getLong(2));
    }

    private SparkSession session(SparkSession spark) {
        SparkSession own = spark.newSession();
        own.conf().set("spark.databricks.delta.optimize.maxFileSize", fileBytes);
        own.conf().set("spark.databricks.delta.optimize.minFileSize", smallBytes());
        own.conf().set(CUBE + "threshold", CLOSED_FILES * fileBytes);
        own.conf().set(CUBE + "targetCubeSize", CLOSED_FILES * fileBytes);
        return own;
    }
}
