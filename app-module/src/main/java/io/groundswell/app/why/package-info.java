/**
 * Why a term is in the list of a moment, or is not: one card. Reads gold.term_counts, gold.trends, silver.post_changes,
 * silver.posts, ops.rules and ops.gaps; writes nothing.
 */
package io.groundswell.app.why;
