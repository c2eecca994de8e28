/**
 * Which posts and authors must not come back: the list of keyed hashes in silver.suppressions, and how a frame is found to
 * be of one of them, or to name one.
 */
package io.groundswell.ingest.suppress;
