/**
 * Lands posts: {@link io.groundswell.ingest.LandPosts} turns frames into bronze.raw_posts, silver.rejected_posts,
 * silver.post_changes, ops.frontiers and ops.gaps; {@link io.groundswell.ingest.SettlePosts} merges silver.post_changes into
 * silver.posts.
 */
package io.groundswell.ingest;
