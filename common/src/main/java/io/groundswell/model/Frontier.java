package io.groundswell.model;

import java.time.Instant;

/**
 * How far a source has been received by one input: all that it received before {@code receivedThrough} has landed.
 *
 * @param input what brings the source, and may bring more of it; null where it was an archive, which is closed
 * @param receivedThrough of an archive the newest {@code received_at} of the source when it was closed
 * @param closedAt when the row was written
 */
public record Frontier(String source, String input, Instant receivedThrough, String runId, Instant closedAt) {}
