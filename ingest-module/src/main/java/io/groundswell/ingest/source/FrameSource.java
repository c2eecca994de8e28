package io.groundswell.ingest.source;

import java.util.Map;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * A streaming source of the lines of a file, or of the files below a folder, plain or compressed with gzip. Used by
 * its class name. Files and folders whose name starts with {@code _} or {@code .} are left out.
 *
 * <p>Its rows: {@code lane} (the file's path below the input; of a single file its name), {@code offset} (the line's
 * first byte in the decompressed file), {@code payload} (the line without its end), {@code fault} (null, or the reason
 * why the payload is not a whole line). Empty lines are left out. A plain file is followed as it grows; a gzip file is
 * read whole, once, so it must get its name only when it is complete.
 */
public final class FrameSource implements TableProvider {
    /** Option: the file or folder. */
    public static final String PATH = "path";

    /** Option: bytes after which a batch takes no further line; at least one line or one gzip file is taken. */
    public static final String MAX_BYTES = "maxBytesPerBatch";

    /**
     * Option: {@code true} where the files are complete in themselves: then a query that ends when all is read counts
     * the last line of a plain file even without a line end. Else such a line waits for its end.
     */
    public static final String COMPLETE_FILES = "completeFiles";

    static final StructType SCHEMA = new StructType()
            .add("lane", DataTypes.StringType, false)
            .add("offset", DataTypes.LongType, false)
            .add("payload", DataTypes.BinaryType, false)
            .add("fault", DataTypes.StringType);

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
