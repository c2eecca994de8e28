package io.groundswell.ingest.source;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;

/** What one task reads: pieces of one lane or of several. */
record FramePartition(List<LaneRange> ranges) implements InputPartition {

    /** Packs ranges, in their order, into partitions of about so many bytes: many small files make few tasks. */
    static InputPartition[] pack(List<LaneRange> ranges, long bytes) {
        List<InputPartition> partitions = new ArrayList<>();
        List<LaneRange> open = new ArrayList<>();
        long filled = 0;
        for (LaneRange range : ranges) {
            // Half a range too much is nearer to the wanted size than a partition for it alone.
            if (!open.isEmpty() && filled + range.weight() / 2 > bytes) {
                partitions.add(new FramePartition(List.copyOf(open)));
                open.clear();
                filled = 0;
            }
            open.add(range);
            filled += range.weight();
        }
        if (!open.isEmpty()) {
            partitions.add(new FramePartition(List.copyOf(open)));
        }
        return partitions.toArray(InputPartition[]::new);
    }
}
