/**
 * What keeps tables quick and small: files are compacted and vacuumed, logs cut, rows deleted that are past a retention.
 * But for the last, no reader of a table's newest version sees a difference.
 */
package io.groundswell.upkeep;
