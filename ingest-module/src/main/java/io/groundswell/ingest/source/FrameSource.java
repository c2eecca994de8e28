package io.groundswell.ingest.source;

import java.util.Map;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * A streaming source of the lines of a file, or of the files below a folder, plain or compressed (gzip, zstd).
 * Used by its class name. Files and folders whose name starts with {@code _} or {@code .} are left out.
 *
 * <p>Its rows: {@code lane} (the file's path below the input; of a single file its name), {@code offset} (the line's
 * first byte in the decompressed file), {@code payload} (the line without its end), {@code fault} (null, or the reason
 * why the payload is not a whole line), {@code stamp} (null: a file stamps no line). Empty lines are left out. A plain
 * file is followed as it grows; a compressed file is read whole, once, so it must get its name only when it is complete.
 *
 * <p>A segment of a spool may be compressed once it grows no more, under its name with {@code .gz} or {@code .zst} behind:
 * it stays the lane that it was, and of it is read what was not read before.
 */
public final class FrameSource implements TableProvider {
    /** Option: the file or folder. */
    public static final String PATH = "path";

    /** Option: bytes after which a batch takes no further line; at least one line or one compressed file is taken. */
    public static final String MAX_BYTES = "maxBytesPerBatch";

    /**
     * Option: {@code true} where the files are complete in themselves: then a query that ends when all is read counts
     * the last line of a plain file even without a line end. Else such a line waits for its end.
     */
    public static final String COMPLETE_FILES = "completeFiles";

    /** The fault of a frame above {@link #MAX_FRAME_BYTES}, of which {@link #KEPT_BYTES} are kept. */
    public static final String TOO_LONG = "too-long";

    /** A longer frame is not taken into memory. */
    public static final int MAX_FRAME_BYTES = 1 << 20;

    /** What is kept of a frame that is too long or broken off. */
    public static final int KEPT_BYTES = 1 << 16;

    static final StructType SCHEMA = new StructType()
            .add("lane", DataTypes.StringType, false)
            .add("offset", DataTypes.LongType, false)
            .add("payload", DataTypes.BinaryType, false)
            .add("fault", DataTypes.StringType)
            .add("stamp", DataTypes.LongType);

    /** Called by Spark through reflection. */
    public FrameSource() {}

    @Override
    public StructType inferSchema(CaseInsensitiveStringMap options) {
        return SCHEMA;
    }

    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> properties) {
        return new FrameTable();
    }
}
