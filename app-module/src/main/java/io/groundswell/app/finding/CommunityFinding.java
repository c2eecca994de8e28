package io.groundswell.app.finding;

import java.util.List;
import java.util.Map;

/** A community of hashtags in one window's graph. */
public record CommunityFinding(
        GraphWindow window, int community, int size, List<String> tags, double density, double modularity) {
    public Map<String, Object> document() {
        return Map.of(
                "window_start",
                window.start().toString(),
                "window_width",
                window.width(),
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
