package io.groundswell.app.demo;

import io.groundswell.ingest.simulate.SimulationSettings;
import java.util.Optional;

/**
 * What the demo replays.
 *
 * @param archive a file or folder of posts; empty to simulate
 * @param format wire format of the archive
 * @param simulation the posts to simulate where there is no archive
 */
public record DemoPlan(Optional<String> archive, String format, SimulationSettings simulation) {

    /** Returns what makes one demo another than the next, in words. */
    String describe() {
        return archive.map(posts -> "the posts of %s in format %s".formatted(posts, format))
                .orElseGet(() -> "%d simulated posts with seed %d%s"
                        .formatted(simulation.posts(), simulation.seed(), profile()));
    }

    private String profile() {
        boolean isUsual = simulation.profile().equals(SimulationSettings.DEFAULT.profile());
        return isUsual ? "" : " of profile " + simulation.profile();
    }
}
