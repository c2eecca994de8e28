package io.groundswell.trends.score;

import io.groundswell.trends.score.Life.Seen;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The trends of one term. */
final class Lives {
    private final int widthSeconds;
    private final SortedMap<Long, Life> byStart = new TreeMap<>();

    Lives(int widthSeconds) {
        this.widthSeconds = widthSeconds;
    }

    Life start(long window) {
        Life life = new Life(window, widthSeconds);
        byStart.put(window, life);
        return life;
    }

    /** Takes a row of gold.trends. */
    void remember(TermEvent row) {
        byStart.computeIfAbsent(row.trendStart(), start -> new Life(start, widthSeconds))
                .remember(row.window(), new Seen(row.observed(), row.evidence(), row.isAlarmed()), row.state());
    }

    /** Returns the newest trend if it has a row in a window that is decided first. */
    Optional<Life> goingOnIn(long window) {
        return newest().filter(life -> life.goesOnIn(window));
    }

    /** Returns the trend among whose windows one lies. */
    Optional<Life> spanning(long window) {
        return byStart.values().stream().filter(life -> life.spans(window)).findFirst();
    }

    /** Returns the trend that an alarm in a window would have grown into, had it been known in time. */
    Optional<Life> following(long window) {
        return byStart.values().stream().filter(life -> life.follows(window)).findFirst();
    }

    /** Returns the newest window of any trend; empty where there is none. */
    Optional<Long> newestWindow() {
        return newest().map(Life::newest);
    }

    private Optional<Life> newest() {
        return byStart.values().stream().max(Comparator.comparingLong(Life::newest));
    }
}
