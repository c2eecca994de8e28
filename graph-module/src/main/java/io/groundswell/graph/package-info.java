/**
 * How hashtags hang together: {@code build-graph} reads silver.posts and writes gold.hashtag_edges, gold.hashtags and
 * gold.communities, a graph a window.
 */
package io.groundswell.graph;
