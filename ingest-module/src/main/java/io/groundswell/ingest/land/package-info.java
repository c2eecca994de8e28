/**
 * One batch of frames on its way into bronze.raw_posts, silver.rejected_posts and silver.post_changes: parsed once,
 * repeats dropped, each table written once. Reads those tables and ops.frontiers, writes all four.
 */
package io.groundswell.ingest.land;
