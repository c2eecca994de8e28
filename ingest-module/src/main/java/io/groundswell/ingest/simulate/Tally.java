package io.groundswell.ingest.simulate;

import io.groundswell.ingest.simulate.Truth.FrameCounts;
import io.groundswell.ingest.simulate.wire.Fault;
import java.util.Map;
import java.util.TreeMap;

/** Counts frames while they are made. */
final class Tally {
    long posts;
    long frames;
    long duplicates;
    long edits;
    long deletions;
    long late;
    long broken;
    private final Map<String, Long> brokenByKind = new TreeMap<>();

    void broken(Fault fault) {
        broken++;
        brokenByKind.merge(fault.toString(), 1L, Long::sum);
    }

    FrameCounts counts() {
        return new FrameCounts(posts, frames, duplicates, edits, deletions, late, broken, brokenByKind);
    }
}
