package io.groundswell.graph;

import java.time.Duration;

/**
 * How the hashtag graph is built.
 *
 * @param window width of a window, in whole seconds; windows are aligned to 1970-01-01T00:00:00Z
 * @param windows how many of the newest windows that have hashtags a run looks at; 0 for all
 * @param minSupport distinct authors that an edge needs at least
 * @param maxTagsPerPost a post with more different hashtags than this is left out
 * @param maxFalseDiscovery bound on the share of edges that are there by chance (Benjamini–Hochberg)
 * @param backboneLevel an edge is of the backbone where chance gives a weight like its own with less probability
 * @param damping of PageRank: the probability to follow an edge
 */
public record GraphSettings(
        Duration window,
        int windows,
        int minSupport,
        int maxTagsPerPost,
        double maxFalseDiscovery,
        double backboneLevel,
        double damping) {
    public static final GraphSettings DEFAULT = new GraphSettings(Duration.ofDays(1), 0, 3, 10, 1e-4, 0.05, 0.85);

    public GraphSettings {
        if (window.getSeconds() < 1 || window.getNano() != 0 || window.getSeconds() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "graph.window must be 1 second or more, in whole seconds, was " + window);
        }
        atLeast("graph.windows", windows, 0);
        atLeast("graph.min-support", minSupport, 1);
        atLeast("graph.max-tags-per-post", maxTagsPerPost, 2);
        between0And1("graph.max-false-discovery", maxFalseDiscovery);
        between0And1("graph.backbone-level", backboneLevel);
        between0And1("graph.damping", damping);
    }

    /** Returns these with windows of another width. */
    public GraphSettings withWindow(Duration width) {
        return new GraphSettings(width, windows, minSupport, maxTagsPerPost, maxFalseDiscovery, backboneLevel, damping);
    }

    /** Returns the width of a window in seconds. */
    public int width() {
        return Math.toIntExact(window.toSeconds());
    }

    private static void atLeast(String key, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException("%s must be >= %d, was %d".formatted(key, least, value));
        }
    }

    private static void between0And1(String key, double value) {
        if (!(value > 0 && value < 1)) { // also refuses NaN
            throw new IllegalArgumentException(key + " must be > 0 and < 1, was " + value);
        }
    }
}
