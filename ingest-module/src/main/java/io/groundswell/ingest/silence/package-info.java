/**
 * Silences: pauses of busy sources that no source makes by itself. Reads silver.post_changes and ops.frontiers, writes
 * ops.gaps.
 */
package io.groundswell.ingest.silence;
