package io.groundswell.ingest;

import io.groundswell.ingest.land.FrameInput;
import io.groundswell.ingest.land.LandedBefore;
import io.groundswell.ingest.source.FileFeed;
import io.groundswell.ingest.source.FrameFeed;
import io.groundswell.ingest.source.FrameSource;
import io.groundswell.ingest.source.QueryName;
import io.groundswell.ingest.source.SpoolBacklog;
import io.groundswell.job.PlatformException;
import java.io.IOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A file or folder that is there: an archive or a spool. */
record FileInput(String address, String query, IngestSettings settings) implements FrameInput {

    /**
     * Looks at the input of the settings.
     *
     * @throws PlatformException if it is missing or can't be read
     */
    static FileInput of(IngestSettings settings, SparkSession spark) {
        try {
            Path path = new Path(settings.input());
            FileSystem fs = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
            if (!fs.exists(path)) {
                throw PlatformException.usage(
                        "There is nothing at the input %s: name a file or folder in ingest.input that is there."
                                .formatted(settings.input()));
            }
            if (fs.getFileStatus(path).isFile()) {
                fs.open(path).close();
            } else {
                fs.listStatus(path);
            }
            String address = fs.makeQualified(path).toString();
            String query =
                    QueryName.of(settings.source(), address, settings.kind().name(), settings.format());
            return new FileInput(address, query, settings);
        } catch (IOException | IllegalArgumentException e) {
            throw PlatformException.usage(
                    "The input %s can't be read (%s): look at ingest.input and at what this user may read."
                            .formatted(settings.input(), e.getClass().getSimpleName()),
                    e);
        }
    }

    @Override
    public FrameFeed feed(String checkpoint, LandedBefore before, SparkSession spark) {
        SpoolBacklog backlog =
                new SpoolBacklog(address, checkpoint, spark.sparkContext().hadoopConfiguration());
        return new FileFeed(stream(spark), backlog);
    }

    private Dataset<Row> stream(SparkSession spark) {
        return spark.readStream()
                .format(FrameSource.class.getName())
                .option(FrameSource.PATH, address)
                .option(FrameSource.MAX_BYTES, settings.maxBytesPerBatch())
                .option(FrameSource.COMPLETE_FILES, settings.kind() == InputKind.ARCHIVE)
                .load();
    }
}
