package io.groundswell.ingest.source;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a lane that start in {@code [start, end)}.
 *
 * @param start a line's start, or any byte of a line that another range has
 * @param end of the range; of a gzip file it has no meaning, it is read whole
 * @param laneEnd where the batch ends: no byte beyond it is read
 * @param isAligned whether a line starts at {@code start}
 */
record LaneRange(String lane, String path, long start, long end, long laneEnd, boolean isAligned)
        implements Serializable {
    /** A file of gzip counts as this many times its stored bytes; posts shrink to a fifth or less. */
    static final long GZIP_RATIO = 6;

    /** Returns what a lane has in a batch, in one piece if it is gzip, else in pieces of about so many bytes. */
    static List<LaneRange> split(LaneFile file, long from, long to, long pieceBytes) {
        if (file.isGzip()) {
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

    long weight() {
        return LaneFile.isGzip(lane) ? (end - start) * GZIP_RATIO : end - start;
    }
}
