package io.groundswell.model;

import java.time.Instant;
import java.util.List;

/**
 * A community of hashtags in the graph of one window.
 *
 * @param size hashtags in it
 * @param topTags its hashtags by PageRank, at most ten, in display form
 * @param density weight inside it over the weight of all edges at its hashtags, 0 to 1
 * @param modularity of the window's whole partition
 */
public record Community(
        Instant windowStart,
        int windowWidth,
        int community,
        int size,
        List<String> topTags,
        double density,
        double modularity) {}
