package io.groundswell.ingest.land;

import java.util.LinkedHashMap;
import java.util.Map;

/** What batches held: frames, of which changes that were accepted, rejected ones and repeats. */
public record BatchCounts(long frames, long changes, long rejected, long duplicates, long batches) {
    public static final BatchCounts NONE = new BatchCounts(0, 0, 0, 0, 0);

    static BatchCounts of(BatchSpan span, long duplicates) {
        return new BatchCounts(span.frames(), span.changes() - duplicates, span.rejected(), duplicates, 1);
    }

    public BatchCounts plus(BatchCounts other) {
        return new BatchCounts(
                frames + other.frames,
                changes + other.changes,
                rejected + other.rejected,
                duplicates + other.duplicates,
                batches + other.batches);
    }

    /** Returns the counts by name, in the order in which they are shown. */
    public Map<String, Long> byName() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("frames", frames);
        counts.put("changes", changes);
        counts.put("rejected", rejected);
        counts.put("duplicates", duplicates);
        counts.put("batches", batches);
        return counts;
    }
}
