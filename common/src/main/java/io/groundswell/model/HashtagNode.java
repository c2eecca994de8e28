package io.groundswell.model;

import java.time.Instant;

/**
 * A hashtag in the graph of one window.
 *
 * @param display the form that most authors wrote
 * @param support distinct authors
 * @param degree significant edges
 * @param strength sum of the edges' Salton weights
 * @param pagerank share of the whole graph's rank; the ranks of a window add up to 1
 * @param community numbered from 0 by size, largest first; communities of other windows are not the same
 */
public record HashtagNode(
        Instant windowStart,
        int windowWidth,
        String tag,
        String display,
        long support,
        int degree,
        double strength,
        double pagerank,
        int community) {}
