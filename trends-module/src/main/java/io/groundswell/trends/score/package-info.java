/**
 * What is surprising in counts and how a trend lives: reads gold.term_counts and silver.post_changes, yields what the
 * baseline learns of each count, and the rows of gold.trends. Times are microseconds since the epoch.
 */
package io.groundswell.trends.score;
