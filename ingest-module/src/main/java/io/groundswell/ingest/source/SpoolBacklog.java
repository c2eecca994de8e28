package io.groundswell.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * What a spool holds beyond a batch of the query that reads it. Lanes are read one after another, so a batch that came
 * to noon in one may have left the morning of another.
 */
public final class SpoolBacklog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String input;
    private final String checkpoint;
    private final Configuration conf;
    /** Of the lanes that are not begun: a backlog may have thousands, and how they begin doesn't change. */
    private final Map<String, OptionalLong> beginnings = new HashMap<>();

    public SpoolBacklog(String input, String checkpoint, Configuration conf) {
        this.input = input;
        this.checkpoint = checkpoint;
        this.conf = conf;
    }

    /**
     * Returns the oldest stamp, in microseconds, of the lines that are next in each lane; empty where all is read.
     *
     * @param batch one that is being worked on: its end is in the checkpoint before it begins
     */
    public OptionalLong oldestAfter(long batch) {
        try {
            LanePositions read = readThrough(batch);
            OptionalLong oldest = OptionalLong.empty();
            for (LaneFile file : LaneFile.list(input, conf).values()) {
                long begun = read.of(file);
                if (begun < file.length()) {
                    OptionalLong next = begun > 0 ? stampAfter(file, begun) : beginning(file);
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

    private OptionalLong beginning(LaneFile file) throws IOException {
        OptionalLong known = beginnings.get(file.lane());
        if (known == null || known.isEmpty()) { // a lane without a whole line may get one
            known = stampAfter(file, 0);
            beginnings.put(file.lane(), known);
        }
        return known;
    }

    /** Spark writes a version, the batch's metadata and the end of its one source, a line each. */
    private LanePositions readThrough(long batch) throws IOException {
        Path file = new Path(checkpoint, "offsets/" + batch);
        try (InputStream in = file.getFileSystem(conf).open(file)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return LanePositions.of(lines.get(lines.size() - 1));
        }
    }

    /** Returns the stamp of the first line from a position on that has one; a line that is still being written has none. */
    private OptionalLong stampAfter(LaneFile file, long position) throws IOException {
        LaneRange range = new LaneRange(file.lane(), file.path(), position, file.length(), file.length(), true);
        try (LineReader lines = new LineReader(LaneStreams.open(range, position, conf), position)) {
            while (lines.advance()) {
                OptionalLong stamp = stamp(lines.line());
                if (stamp.isPresent()) {
                    return stamp;
                }
            }
            return OptionalLong.empty();
        }
    }

    private static OptionalLong stamp(byte[] line) {
        try {
            JsonNode received = JSON.readTree(line).path("received_at");
            return received.isIntegralNumber() && received.canConvertToLong() && received.longValue() >= 0
                    ? OptionalLong.of(received.longValue())
                    : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty(); // no envelope: it is rejected when it is read
        }
    }
}
