package io.groundswell.ingest.silence;

/**
 * What was received of a source in a stretch of time; times are in microseconds since 1970.
 *
 * @param first when the first change was received
 * @param last when the last one was
 */
public record Received(long first, long last, long changes) {}
