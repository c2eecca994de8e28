package io.groundswell.ingest.source;

import java.io.EOFException;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;

/** Finds where lines end in a plain file without reading all of it. */
final class LineEnds {
    private static final int BLOCK_BYTES = 1 << 16;

    private LineEnds() {}

    /**
     * Returns the end of the last complete line of {@code [from, wanted)}; where a single line is longer than that,
     * the end of that line.
     *
     * @param from where a line starts
     * @param length of the file
     * @return the byte after the line's end, or {@code from} if no line is complete
     */
    static long last(LaneFile file, long from, long wanted, long length, Configuration conf) throws IOException {
        Path path = new Path(file.path());
        try (FSDataInputStream in = path.getFileSystem(conf).open(path)) {
            byte[] block = new byte[BLOCK_BYTES];
            for (long to = wanted; to > from; to = Math.max(from, to - BLOCK_BYTES)) {
                long start = Math.max(from, to - BLOCK_BYTES);
                int size = (int) (to - start);
                in.readFully(start, block, 0, size);
                for (int i = size - 1; i >= 0; i--) {
                    if (block[i] == '\n') {
                        return start + i + 1;
                    }
                }
            }
            return next(in, block, wanted, length, from);
        } catch (EOFException e) {
            return from; // the file became shorter while it was read: what is left of it is looked at again
        }
    }

    private static long next(FSDataInputStream in, byte[] block, long wanted, long length, long none)
            throws IOException {
        for (long start = wanted; start < length; start += BLOCK_BYTES) {
            int size = (int) Math.min(BLOCK_BYTES, length - start);
            in.readFully(start, block, 0, size);
            for (int i = 0; i < size; i++) {
                if (block[i] == '\n') {
                    return start + i + 1;
                }
            }
        }
        return none;
    }
}
