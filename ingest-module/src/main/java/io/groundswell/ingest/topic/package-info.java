/**
 * Kafka, which no other package knows: a topic's records as frames, and gold.trends as records of a topic. Reads
 * bronze.raw_posts, silver.post_changes, ops.frontiers and gold.trends; writes ops.gaps. See {@code docs/kafka.md}.
 */
package io.groundswell.ingest.topic;
