package io.groundswell.trends.evaluate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts a feed's changes in windows of several widths at once. */
public final class ReplayRecorder implements Closeable {
    private final Map<Integer, WindowCounter> counters = new LinkedHashMap<>();
    private final Map<Integer, CountSpill> spills = new LinkedHashMap<>();

    /**
     * @param widthSeconds widths of windows
     * @param folder where counts lie meanwhile; they are deleted at the end
     */
    public ReplayRecorder(List<Integer> widthSeconds, Path folder) throws IOException {
        for (int width : widthSeconds) {
            CountSpill spill = new CountSpill(width, folder.resolve("counts-" + width));
            spills.put(width, spill);
            counters.put(width, new WindowCounter(width, spill));
        }
    }

    /** Takes the next change in the order in which they were received. */
    public void take(ReplayedChange change) throws IOException {
        for (WindowCounter counter : counters.values()) {
            counter.take(change);
        }
    }

    /** Returns a replay of each width, in their order; nothing can be taken after that. */
    public List<Replay> replays() throws IOException {
        List<Replay> replays = new ArrayList<>();
        for (Map.Entry<Integer, WindowCounter> counter : counters.entrySet()) {
            counter.getValue().end();
            replays.add(spills.get(counter.getKey()).replay());
        }
        return replays;
    }

    @Override
    public void close() throws IOException {
        for (CountSpill spill : spills.values()) {
            spill.close();
        }
    }
}
