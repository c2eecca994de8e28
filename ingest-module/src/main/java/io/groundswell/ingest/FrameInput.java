package io.groundswell.ingest;

import io.groundswell.ingest.source.FrameSource;
import io.groundswell.job.PlatformException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * An input that is there.
 *
 * @param address the input in full, so that it is the same however it was written
 * @param query a name for the query that reads it: made of the source and a hash of all that says what is read and how
 */
record FrameInput(String address, String query) {
    private static final int HASH_CHARACTERS = 12;

    /**
     * Looks at the input of the settings.
     *
     * @throws PlatformException if it is missing or can't be read
     */
    static FrameInput of(IngestSettings settings, SparkSession spark) {
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
            return new FrameInput(
                    address,
                    settings.source() + "-"
                            + hash(String.join(
                                    "\n",
                                    settings.source(),
                                    address,
                                    settings.kind().name(),
                                    settings.format())));
        } catch (IOException | IllegalArgumentException e) {
            throw PlatformException.usage(
                    "The input %s can't be read (%s): look at ingest.input and at what this user may read."
                            .formatted(settings.input(), e.getClass().getSimpleName()),
                    e);
        }
    }

    /** Returns the input's frames as a stream. */
    Dataset<Row> stream(IngestSettings settings, SparkSession spark) {
        return spark.readStream()
                .format(FrameSource.class.getName())
                .option(FrameSource.PATH, address)
                .option(FrameSource.MAX_BYTES, settings.maxBytesPerBatch())
                .option(FrameSource.COMPLETE_FILES, settings.kind() == InputKind.ARCHIVE)
                .load();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
