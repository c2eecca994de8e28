package io.groundswell.ingest.topic;

/** What the values of a topic's records are. */
public enum RecordValues {
    /** Frames of {@code ingest.format}, received when the record's timestamp says. */
    FRAMES,
    /** Lines as in a spool: envelopes with received_at, source and format of their own. */
    ENVELOPES
}
