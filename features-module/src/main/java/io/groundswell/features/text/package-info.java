/**
 * What a post speaks of: language, hashtags, words and phrases, found in the batch that lands the post. Reads and writes
 * no table; {@link TermExtraction} fills the columns language, terms and extractor_version of silver.post_changes.
 */
package io.groundswell.features.text;
