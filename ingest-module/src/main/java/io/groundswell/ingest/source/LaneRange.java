package io.groundswell.ingest.source;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a lane that start in {@code [start, end)}.
 *
 * @param path of the file; its name tells how it is compressed
 * @param start a line's start, or any byte of a line that another range has; decompressed
 * @param end of the range; of a compressed file, which is read whole, its stored length
 * @param laneEnd where the batch ends: no byte beyond it is read
 * @param isAligned whether a line starts at {@code start}
 */
record LaneRange(String lane, String path, long start, long end, long laneEnd, boolean isAligned)
        implements Serializable {
    /** A compressed file counts as this many times its stored bytes; posts shrink to a fifth or less. */
    static final long RATIO = 6;

    /** Returns what a lane has in a batch, in one piece if it is compressed, else in pieces of about so many bytes. */
    static List<LaneRange> split(LaneFile file, long from, long to, long pieceBytes) {
        if (file.isCompressed()) {
            return List.of(new LaneRange(file.lane(), file.path(), from, to, to, true));
        }
        List<LaneRange> pieces = new ArrayList<>();
        long end = from;
        for (long start = from; start < to; start = end) {
            // What is left and shorter than half a piece goes to the piece before it.
            end = to - start < pieceBytes + pieceBytes / 2 ? to : start + pieceBytes;
            pieces.add(new LaneRange(file.lane(), file.path(), start, end, to, start == from));
        }
        return pieces;
    }

    boolean isCompressed() {
        return Compression.of(path) != Compression.NONE;
    }

    long weight() {
        return isCompressed() ? end * RATIO : end - start;
    }
}
