package io.groundswell.ingest.simulate.profile;

/**
 * How many posts there are, and when.
 *
 * @param postsPerSecond the mean, where no length of time is asked for
 * @param posts how many there are where nothing else is asked for; 0 for as many as the days hold
 * @param days how long it lasts where nothing else is asked for; 0 for as long as the posts take
 * @param weekly how much more there is in the middle of the week and less at its end, as a share; 0 for a week of equal days
 */
public record Flow(double postsPerSecond, long posts, double days, double weekly) {}
