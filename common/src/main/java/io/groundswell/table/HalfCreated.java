package io.groundswell.table;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * A table whose creation was killed: its log is a folder without a commit. Delta reads no table there, and creates none,
 * since it takes the folder for one.
 */
final class HalfCreated {
    /** As long as a creation that goes on in another process may take between its folder and its commit. */
    private static final int PATIENCE_MILLIS = 3_000;

    private static final int PAUSE_MILLIS = 100;

    private HalfCreated() {}

    /** Deletes such a folder, unless somebody is creating a table in it just now. */
    static void clear(String table, SparkSession spark) {
        Path log = new Path(table, "_delta_log");
        try {
            FileSystem fs = log.getFileSystem(spark.sparkContext().hadoopConfiguration());
            for (int waited = 0; waited < PATIENCE_MILLIS; waited += PAUSE_MILLIS) {
                boolean isBegun = Arrays.stream(fs.listStatus(log))
                        .anyMatch(file -> file.getPath().getName().matches("\\d+[.]json"));
                if (isBegun) {
                    return;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
            fs.delete(log, true);
        } catch (FileNotFoundException e) {
            return; // nothing was begun
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at " + log, e);
        }
    }
}
