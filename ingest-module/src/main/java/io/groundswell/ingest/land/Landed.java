package io.groundswell.ingest.land;

import io.groundswell.ingest.silence.Received;
import java.util.Map;

/**
 * What became of a batch.
 *
 * @param received what was received of each source of which there are changes, repeats among them
 * @param fresh the same without repeats; of an archive with them
 */
public record Landed(BatchCounts counts, Map<String, Received> received, Map<String, Received> fresh) {}
