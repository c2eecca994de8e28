/**
 * The checker: holds a lake against the ledger of what was offered. It reads bronze.raw_posts, silver.post_changes,
 * silver.rejected_posts, silver.posts and gold.term_counts with Delta Kernel, writes no table, and knows none of the
 * product's code.
 */
package io.groundswell.testkit.audit;
