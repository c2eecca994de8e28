package io.groundswell.trends.evaluate;

import io.groundswell.trends.count.Decisions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a feed held, window by window: the counts that scorers are run on. Windows are numbered from 0.
 *
 * @param widthSeconds of each window
 * @param start of the first window, in microseconds since 1970
 * @param authors distinct authors of all posts of each window
 * @param series of each term that ever had so many authors in a window that a scorer could alarm
 */
@SuppressWarnings("ArrayRecordComponent") // shared by all scorers, and never changed
public record Replay(int widthSeconds, long start, int[] authors, List<TermSeries> series) {

    public Replay {
        series = List.copyOf(series);
    }

    /** Returns the totals alone. */
    Replay withoutSeries() {
        return new Replay(widthSeconds, start, authors, List.of());
    }

    public int windows() {
        return authors.length;
    }

    /** Returns how many days had posts in a stretch of windows: holes are no time in which anything could be found. */
    public long liveDays(int from) {
        int day = windowsOf(Duration.ofDays(1));
        return IntStream.range(from, windows())
                .filter(window -> authors[window] > 0)
                .map(window -> window / day)
                .distinct()
                .count();
    }

    /** Returns the start of a window in microseconds since 1970. */
    public long startOf(int window) {
        return start + window * Decisions.widthMicros(widthSeconds);
    }

    /** Returns the number of the window in which a moment lies; it may lie outside of the replay. */
    public int windowOf(long micros) {
        return Math.toIntExact(Math.floorDiv(micros - start, Decisions.widthMicros(widthSeconds)));
    }

    /** Returns how many windows a time takes, rounded down. */
    public int windowsOf(Duration time) {
        return Math.toIntExact(time.toSeconds() / widthSeconds);
    }
}
