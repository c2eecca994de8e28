/**
 * Judges scorers of trends by replays, in memory and without Spark: counts of windows as their first decisions know them,
 * our scorer and published ones over the same counts, nulls, an oracle, and what each finds at which false-alarm rate.
 */
package io.groundswell.trends.evaluate;
