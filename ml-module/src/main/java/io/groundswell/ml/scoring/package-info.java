/**
 * The topics of each post, by the model that is champion at the time. Reads silver.post_changes and ops.models; writes
 * gold.post_topics.
 */
package io.groundswell.ml.scoring;
