package io.groundswell.ingest.source;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Reads the lines of a partition's ranges as rows. A line above 1 MB becomes a row with its first 64 KB and the fault
 * {@link #TOO_LONG}; the broken tail of a compressed file a row with what could be read of it, 64 KB at most, and the fault
 * {@link #TRUNCATED}.
 */
final class FrameReader implements PartitionReader<InternalRow> {
    static final String TOO_LONG = FrameSource.TOO_LONG;
    static final String TRUNCATED = "truncated";

    private final Deque<LaneRange> ranges;
    private final Configuration conf;
    private LaneRange range;
    private LineReader lines;
    private InternalRow row;

    FrameReader(FramePartition partition, Configuration conf) {
        this.ranges = new ArrayDeque<>(partition.ranges());
        this.conf = conf;
    }

    @Override
    public boolean next() throws IOException {
        while (lines != null || open()) {
            if (nextInRange()) {
                return true;
            }
            close();
        }
        return false;
    }

    @Override
    public InternalRow get() {
        return row;
    }

    @Override
    public void close() throws IOException {
        if (lines != null) {
            lines.close();
            lines = null;
        }
    }

    private boolean open() throws IOException {
        range = ranges.poll();
        if (range == null) {
            return false;
        }
        // A piece that may start within a line begins a byte earlier: so a line that starts with the piece is seen.
        long aligned = range.isAligned() ? range.start() : range.start() - 1;
        long from = range.isCompressed() ? 0 : aligned;
        lines = new LineReader(LaneStreams.open(range, from, conf), from);
        if (!range.isAligned()) {
            lines.advance();
        }
        return true;
    }

    private boolean nextInRange() throws IOException {
        boolean isWhole = range.isCompressed();
        while (isWhole || lines.position() < range.end()) {
            try {
                if (!lines.advance()) {
                    return false;
                }
            } catch (IOException e) {
                if (!isWhole) {
                    throw e;
                }
                return brokenTail();
            }
            byte[] line = lines.line();
            if (line.length > 0 && lines.lineStart() >= range.start()) {
                row = row(line, lines.isTooLong() ? TOO_LONG : null);
                return true;
            }
        }
        return false;
    }

    /** Ends the range with what was read of the line at which the file breaks off. */
    private boolean brokenTail() throws IOException {
        byte[] line = lines.line();
        row = row(Arrays.copyOf(line, Math.min(line.length, LineReader.KEPT_BYTES)), TRUNCATED);
        lines.close();
        lines = null;
        return true;
    }

    private InternalRow row(byte[] line, String fault) {
        return new GenericInternalRow(new Object[] {
            UTF8String.fromString(range.lane()), lines.lineStart(), line, UTF8String.fromString(fault), null
        });
    }
}
