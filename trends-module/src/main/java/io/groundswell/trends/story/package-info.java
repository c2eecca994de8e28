/**
 * Stories: terms that trend together because the same authors write them in the same posts. A story is told window by
 * window at first decisions, and keeps its id while its terms go on together. Reads the due rows of gold.trends and the
 * posts that they counted; yields {@code story_id} of those rows and the rows of gold.stories.
 */
package io.groundswell.trends.story;
