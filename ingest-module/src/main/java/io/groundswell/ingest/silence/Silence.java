package io.groundswell.ingest.silence;

/**
 * A stretch in which a busy source was not received, in microseconds since 1970.
 *
 * @param from when the last change before it was received
 * @param to when the first one behind it was
 */
record Silence(long from, long to) {}
