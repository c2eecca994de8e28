package io.groundswell.ingest.source;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The segments of a spool that no query has to read any more.
 *
 * @param input the spool's address
 * @param readers the checkpoints of the queries that read it
 */
public record ReadSegments(String input, List<String> readers, Configuration conf) {
    private static final Pattern SEGMENT = Pattern.compile("(?:.*/)?\\d{12}\\.ndjson(?:\\.gz|\\.zst)?");

    /**
     * Returns the segments that every reader has read to their end, in batches that are done, and that nobody has written
     * to since a moment; never the newest of a folder, in which its writer goes on. None where nobody reads the spool.
     */
    public List<Path> before(Instant moment) throws IOException {
        List<LanePositions> read = positions();
        List<Path> segments = new ArrayList<>();
        if (read.isEmpty()) {
            return segments;
        }
        Map<String, LaneFile> newest = new HashMap<>();
        for (LaneFile file : LaneFile.segments(input, conf).values()) { // in the order of their names
            if (SEGMENT.matcher(file.lane()).matches()) {
                LaneFile older = newest.put(folder(file), file);
                if (older != null && read.stream().allMatch(by -> by.of(older) == older.length())) {
                    segments.add(new Path(older.path()));
                }
            }
        }
        segments.removeIf(file -> !isOlder(file, moment));
        return segments;
    }

    /** Returns how far each reader has come; that of one that has done no batch is nowhere. */
    private List<LanePositions> positions() throws IOException {
        List<LanePositions> positions = new ArrayList<>();
        for (String reader : readers) {
            BatchEnds ends = new BatchEnds(reader, conf);
            OptionalLong done = ends.newestDone();
            positions.add(done.isPresent() ? LanePositions.of(ends.of(done.getAsLong())) : LanePositions.NONE);
        }
        return positions;
    }

    private static String folder(LaneFile file) {
        return file.lane().substring(0, file.lane().lastIndexOf('/') + 1);
    }

    private boolean isOlder(Path file, Instant moment) {
        try {
            return file.getFileSystem(conf).getFileStatus(file).getModificationTime() < moment.toEpochMilli();
        } catch (IOException e) {
            return false; // it was rotated since the spool was listed
        }
    }
}
