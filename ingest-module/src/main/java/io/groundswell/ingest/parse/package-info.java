/**
 * Reads frames: one small {@link io.groundswell.ingest.parse.PostFormat} a wire format, each from bytes to a change
 * of a post or to a rejection with its reason. Pure: no table, no file, no clock.
 */
package io.groundswell.ingest.parse;
