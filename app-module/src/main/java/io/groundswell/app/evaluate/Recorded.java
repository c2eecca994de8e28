package io.groundswell.app.evaluate;

import io.groundswell.ingest.simulate.SimulationSettings;
import io.groundswell.ingest.simulate.Truth;
import io.groundswell.trends.evaluate.Replay;
import io.groundswell.trends.evaluate.ReplayRecorder;
import io.groundswell.trends.evaluate.ReplayedChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A feed that was counted.
 *
 * @param truth null of a feed that is not simulated
 * @param replays of each width, in their order
 */
record Recorded(Truth truth, List<Replay> replays) {

    Recorded {
        replays = List.copyOf(replays);
    }

    /** Returns how many posts a simulated feed had. */
    long posts() {
        return truth.counts().posts();
    }

    /** Simulates a profile for some days, and counts it. */
    static Recorded simulated(String profile, int days, long seed, ChangeReader reader, List<Integer> widths)
            throws IOException {
        SimulationSettings usual = SimulationSettings.DEFAULT;
        SimulationSettings settings =
                new SimulationSettings(profile, 0, days, seed, usual.start(), 0, usual.faults(), usual.format());
        Path folder = Files.createTempDirectory("groundswell-evaluation");
        try (ReplayRecorder recorder = new ReplayRecorder(widths, folder)) {
            Truth truth = new SimulatedFeed(settings.resolved(), reader).record(recorder);
            return new Recorded(truth, recorder.replays());
        } finally {
            Files.deleteIfExists(folder);
        }
    }

    /** Counts changes that are at hand. */
    static Recorded of(List<ReplayedChange> changes, List<Integer> widths) throws IOException {
        Path folder = Files.createTempDirectory("groundswell-evaluation");
        try (ReplayRecorder recorder = new ReplayRecorder(widths, folder)) {
            for (ReplayedChange change : changes) {
                recorder.take(change);
            }
            return new Recorded(null, recorder.replays());
        } finally {
            Files.deleteIfExists(folder);
        }
    }
}
