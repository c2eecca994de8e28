/** How well trends are found: compares rows of gold.trends with what is known to have been planted in a feed. */
package io.groundswell.trends.replay;
