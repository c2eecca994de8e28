package io.groundswell.ingest.source;

import io.groundswell.job.PlatformException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.streaming.MicroBatchStream;
import org.apache.spark.sql.connector.read.streaming.Offset;
import org.apache.spark.sql.connector.read.streaming.ReadLimit;
import org.apache.spark.sql.connector.read.streaming.SupportsTriggerAvailableNow;
import org.apache.spark.util.SerializableConfiguration;

/** Cuts what is new in the input into batches that end at line ends. */
final class FrameStream implements MicroBatchStream, SupportsTriggerAvailableNow {
    /** Below this a task costs more than it saves. */
    private static final long LEAST_PARTITION_BYTES = 4L << 20;

    private final String input;
    private final long maxBytes;
    private final boolean completeFiles;
    private final Configuration conf;
    /** What was there when a query that ends was started; null in one that goes on. */
    private SortedMap<String, LaneFile> pinned;
    /** What there was when the last batch was cut. */
    private SortedMap<String, LaneFile> seen = new TreeMap<>();

    FrameStream(String input, long maxBytes, boolean completeFiles) {
        this.input = input;
        this.maxBytes = maxBytes;
        this.completeFiles = completeFiles;
        this.conf = SparkSession.active().sparkContext().hadoopConfiguration();
    }

    @Override
    public Offset initialOffset() {
        return LanePositions.NONE;
    }

    @Override
    public Offset deserializeOffset(String json) {
        return LanePositions.of(json);
    }

    @Override
    public ReadLimit getDefaultReadLimit() {
        return ReadLimit.maxBytes(maxBytes);
    }

    @Override
    public void prepareForTriggerAvailableNow() {
        pinned = files();
    }

    @Override
    public Offset latestOffset() {
        throw new UnsupportedOperationException("The latest position depends on the one before");
    }

    @Override
    public Offset latestOffset(Offset start, ReadLimit limit) {
        LanePositions from = (LanePositions) start;
        SortedMap<String, Long> to = new TreeMap<>(from.byLane());
        long left = maxBytes;
        seen = pinned == null ? files() : pinned;
        for (LaneFile file : seen.values()) {
            long begun = from.of(file);
            requireUnbroken(file, begun);
            long end = end(file, begun, left);
            long bytes = file.isCompressed() ? (end - begun) * LaneRange.RATIO : end - begun;
            if (bytes > left && left < maxBytes) {
                break; // only the first of a batch may be larger than the batch should be
            }
            if (end > begun) {
                to.put(file.lane(), end);
            }
            left -= bytes;
            // Lanes are taken one after another, so that batches of any size see frames in the same order.
            if (left <= 0 || (end > begun && !file.isCompressed() && file.length() - begun > left + bytes)) {
                break;
            }
        }
        // Spark takes a first position, even an empty one, for new data.
        return to.isEmpty() ? null : new LanePositions(to);
    }

    /** Says how far the input goes, for whoever watches the query: what was listed for the batch costs no more. */
    @Override
    public Offset reportLatestOffset() {
        SortedMap<String, Long> ends = new TreeMap<>();
        seen.forEach((lane, file) -> ends.put(lane, file.length()));
        return new LanePositions(ends);
    }

    /** A plain file only grows and a compressed file stays: else positions in it mean nothing, and lines would be lost. */
    private static void requireUnbroken(LaneFile file, long begun) {
        boolean isOther = file.isCompressed() ? begun > 0 && begun != file.length() : begun > file.length();
        if (isOther) {
            throw PlatformException.usage(
                    ("The file %s of the input was replaced or cut: it was read to byte %d and has %d bytes now. Give what "
                                    + "is new a name of its own and put the file back, or ingest it from another folder.")
                            .formatted(file.lane(), begun, file.length()));
        }
    }

    private long end(LaneFile file, long begun, long left) {
        if (file.isCompressed()) {
            return begun == 0 ? file.length() : begun;
        }
        long wanted = file.length() - begun > left ? begun + left : file.length();
        if (wanted <= begun || (wanted == file.length() && completeFiles && pinned != null)) {
            return Math.max(begun, wanted);
        }
        try {
            long end = LineEnds.last(file, begun, wanted, file.length(), conf);
            return end == begun && completeFiles && pinned != null ? file.length() : end;
        } catch (FileNotFoundException e) {
            return begun; // it was rotated since the input was listed: the next run takes its compressed form
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.path() + " of the input", e);
        }
    }

    @Override
    public InputPartition[] planInputPartitions(Offset start, Offset end) {
        LanePositions from = (LanePositions) start;
        List<LaneFile> files = new ArrayList<>();
        String folder = folder();
        long total = 0;
        for (Map.Entry<String, Long> lane : ((LanePositions) end).byLane().entrySet()) {
            LaneFile file = new LaneFile(lane.getKey(), folder + lane.getKey(), lane.getValue());
            if (file.length() > from.of(file)) {
                files.add(file);
                total += file.length() - from.of(file);
            }
        }
        int tasks = SparkSession.active().sparkContext().defaultParallelism();
        long bytes = Math.max(LEAST_PARTITION_BYTES, (total + tasks - 1) / tasks);
        List<LaneRange> ranges = new ArrayList<>();
        for (LaneFile file : files) {
            ranges.addAll(split(file, from, bytes));
        }
        return FramePartition.pack(ranges, bytes);
    }

    private List<LaneRange> split(LaneFile file, LanePositions from, long bytes) {
        if (file.isCompressed() && !completeFiles) {
            return LaneRange.split(file.unrotated(), from.ofRotated(file), file.length(), bytes);
        }
        return LaneRange.split(file, from.of(file), file.length(), bytes);
    }

    /** What stands before a lane in its file's path: so a batch that is repeated needs no list of the input. */
    private String folder() {
        Path root = new Path(input);
        try {
            boolean isFile = root.getFileSystem(conf).getFileStatus(root).isFile();
            return (isFile ? root.getParent() : root) + "/";
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the input " + input, e);
        }
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        SerializableConfiguration files = new SerializableConfiguration(conf);
        return partition -> new FrameReader((FramePartition) partition, files.value());
    }

    @Override
    public void commit(Offset end) {
        // Nothing is held for a batch.
    }

    @Override
    public void stop() {
        // Nothing is held open.
    }

    private SortedMap<String, LaneFile> files() {
        try {
            return completeFiles ? LaneFile.list(input, conf) : LaneFile.segments(input, conf);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the input " + input, e);
        }
    }
}
