/**
 * Rules that block posts and mute terms: what each is at each moment of received time, whom it touches, and how one is
 * added and ended. Reads and writes ops.rules. Times are microseconds since the epoch but for those of the table.
 */
package io.groundswell.trends.rule;
