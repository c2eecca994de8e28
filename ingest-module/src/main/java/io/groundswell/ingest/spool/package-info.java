/**
 * The spool: a folder of append-only NDJSON segments in which a gateway keeps raw frames until they are landed. Reads and
 * writes no tables. The format is stated at {@link io.groundswell.ingest.spool.SpoolWriter}.
 */
package io.groundswell.ingest.spool;
