/**
 * Posts and distinct authors of every term in every window, as known at each decision. Reads silver.post_changes and
 * yields the counts of gold.term_counts; times are microseconds since the epoch until the rows are written.
 */
package io.groundswell.trends.count;
