package io.groundswell.app.finding;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A community of hashtags in one window's graph.
 *
 * @param windowWidth in seconds
 */
public record CommunityFinding(
        Instant windowStart,
        int windowWidth,
        int community,
        int size,
        List<String> tags,
        double density,
        double modularity) {
    public Map<String, Object> document() {
        return Map.of(
                "window_start",
                windowStart.toString(),
                "window_width",
                windowWidth,
                "community",
                community,
                "size",
                size,
                "tags",
                tags,
                "density",
                density,
                "modularity",
                modularity);
    }
}
