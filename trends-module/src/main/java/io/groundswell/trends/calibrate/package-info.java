/**
 * Finds the threshold of alarms for a wanted rate of false alarms: reads gold.term_counts, ops.gaps and ops.rules, writes
 * ops.calibrations, and reads that for detect-trends.
 */
package io.groundswell.trends.calibrate;
