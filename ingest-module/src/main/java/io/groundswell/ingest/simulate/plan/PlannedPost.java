package io.groundswell.ingest.simulate.plan;

/** One post of the plant of this number. */
public record PlannedPost(long atMillis, int plant, int author) {}
