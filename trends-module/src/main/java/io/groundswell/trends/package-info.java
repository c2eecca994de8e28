/**
 * Detects trends: reads silver.post_changes and ops.frontiers, writes gold.term_counts and gold.trends. The same posts
 * give the same rows, whenever and however often the job runs.
 */
package io.groundswell.trends;
