package io.groundswell.ingest.land;

import java.util.Map;

/**
 * What became of a batch.
 *
 * @param newest received time of the newest change of each source, repeats among them, in microseconds
 */
public record Landed(BatchCounts counts, Map<String, Long> newest) {}
