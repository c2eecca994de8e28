package io.groundswell.ingest.simulate.profile;

/**
 * How strong a trend is.
 *
 * @param name in lower case
 * @param base expected distinct authors of its term in 5 minutes without it, in the mean over the stream: the day's and the
 *     week's rhythm go on top; 0 for a term that nobody used before
 * @param peak expected distinct authors in 5 minutes at its height, on top of the base
 */
public record Strength(String name, double base, double peak) {}
