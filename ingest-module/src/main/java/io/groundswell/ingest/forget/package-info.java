/**
 * Erases posts and authors: {@link io.groundswell.ingest.forget.ForgetPosts} puts them on the list of silver.suppressions,
 * takes them out of every table, and out of spools. It reads and writes all tables that hold anything of a post.
 */
package io.groundswell.ingest.forget;
