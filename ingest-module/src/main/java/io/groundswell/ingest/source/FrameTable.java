package io.groundswell.ingest.source;

import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.streaming.MicroBatchStream;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** The source as Spark's catalogue sees it: something that streams in micro-batches. */
final class FrameTable implements Table, SupportsRead {
    @Override
    public String name() {
        return "frames";
    }

    @Override
    @SuppressWarnings("deprecation") // Spark still asks for it where a source is not in a catalogue.
    public StructType schema() {
        return FrameSource.SCHEMA;
    }

    @Override
    public Set<TableCapability> capabilities() {
        return Set.of(TableCapability.MICRO_BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
        return () -> new FrameScan(
                options.get(FrameSource.PATH),
                options.getLong(FrameSource.MAX_BYTES, Long.MAX_VALUE),
                options.getBoolean(FrameSource.COMPLETE_FILES, false));
    }

    private record FrameScan(String path, long maxBytes, boolean completeFiles) implements Scan {
        @Override
        public StructType readSchema() {
            return FrameSource.SCHEMA;
        }

        @Override
        public MicroBatchStream toMicroBatchStream(String checkpoint) {
            return new FrameStream(path, maxBytes, completeFiles);
        }
    }
}
