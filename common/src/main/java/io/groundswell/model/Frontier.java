package io.groundswell.model;

import java.time.Instant;

/**
 * An archive that a run has read to its end: everything received up to {@code receivedThrough} has landed.
 *
 * @param receivedThrough newest {@code received_at} of the source when it was closed
 */
public record Frontier(String source, Instant receivedThrough, String runId, Instant closedAt) {}
