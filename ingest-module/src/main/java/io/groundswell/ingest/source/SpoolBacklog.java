package io.groundswell.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;

/**
 * What a spool holds beyond a batch of the query that reads it. Lanes are read one after another, so a batch that came
 * to noon in one may have left the morning of another.
 */
public final class SpoolBacklog {
    private final String input;
    private final BatchEnds ends;
    private final Configuration conf;
    /** Of the lanes that are not begun: a backlog may have thousands, and how they begin doesn't change. */
    private final Map<String, OptionalLong> beginnings = new HashMap<>();

    public SpoolBacklog(String input, String checkpoint, Configuration conf) {
        this.input = input;
        this.ends = new BatchEnds(checkpoint, conf);
        this.conf = conf;
    }

    /**
     * Returns the oldest stamp, in microseconds, of the lines that are next in each lane; empty where all is read.
     *
     * @param batch one that is being worked on: its end is in the checkpoint before it begins
     */
    public OptionalLong oldestAfter(long batch) {
        try {
            LanePositions read = LanePositions.of(ends.of(batch));
            OptionalLong oldest = OptionalLong.empty();
            for (LaneFile file : LaneFile.segments(input, conf).values()) {
                if (read.of(file) < file.length()) {
                    OptionalLong next = next(file, file.isCompressed() ? read.ofRotated(file) : read.of(file));
                    if (next.isPresent() && next.getAsLong() < oldest.orElse(Long.MAX_VALUE)) {
                        oldest = next;
                    }
                }
            }
            return oldest;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at what is unread in the spool " + input, e);
        }
    }

    private OptionalLong next(LaneFile file, long begun) throws IOException {
        if (begun > 0) {
            return stampAfter(file, begun);
        }
        OptionalLong known = beginnings.get(file.lane());
        if (known == null || known.isEmpty()) { // a lane without a whole line may get one
            known = stampAfter(file, 0);
            beginnings.put(file.lane(), known);
        }
        return known;
    }

    /**
     * Returns the stamp of the first line from a position on that has one. A line that is still being written has none: it
     * is not read before its end is there. Of a packed file what is behind a break is never read.
     */
    private OptionalLong stampAfter(LaneFile file, long position) throws IOException {
        try {
            return firstStamp(file, position);
        } catch (IOException e) {
            if (file.isCompressed()) {
                return OptionalLong.empty();
            }
            throw e;
        }
    }

    private OptionalLong firstStamp(LaneFile file, long position) throws IOException {
        LaneRange range = new LaneRange(file.lane(), file.path(), position, file.length(), file.length(), true);
        long from = file.isCompressed() ? 0 : position;
        try (LineReader lines = new LineReader(LaneStreams.open(range, from, conf), from)) {
            while (lines.advance()) {
                boolean isNext = lines.lineStart() >= position && (lines.isEnded() || file.isCompressed());
                OptionalLong stamp = isNext ? Stamps.ofLine(lines.line()) : OptionalLong.empty();
                if (stamp.isPresent()) {
                    return stamp;
                }
            }
            return OptionalLong.empty();
        }
    }
}
