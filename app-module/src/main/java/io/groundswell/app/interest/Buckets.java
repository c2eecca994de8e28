package io.groundswell.app.interest;

import io.groundswell.job.PlatformException;
import io.groundswell.trends.count.Decisions;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The stretches of time that interest is told by, each of whole windows that were counted; in microseconds.
 *
 * @param from start of the first
 * @param to end of the last window that may count
 * @param width of each, in seconds
 * @param windowWidth of the windows that they are made of, in seconds
 */
record Buckets(long from, long to, int width, int windowWidth) {

    /**
     * Returns the width of the widest windows of which a stretch can be made.
     *
     * @throws PlatformException if it can be made of none that is counted
     */
    static int windowWidth(Duration by, Collection<Integer> counted) {
        return counted.stream()
                .filter(width -> by.toSeconds() % width == 0)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> PlatformException.usage(
                        "--by %d seconds can't be made of the windows that are counted, of %s seconds (setting trends.widths)."
                                .formatted(by.toSeconds(), counted)));
    }

    /** Returns the starts of all that have a window, in order. */
    List<Long> starts() {
        long step = Decisions.widthMicros(width);
        return LongStream.iterate(start(from), start -> start < to, start -> start + step)
                .filter(start -> !windows(start).isEmpty())
                .boxed()
                .toList();
    }

    /** Returns the start of the one that holds a moment. */
    long start(long moment) {
        return Math.floorDiv(moment, Decisions.widthMicros(width)) * Decisions.widthMicros(width);
    }

    /** Returns the starts of the windows of one that may count. */
    List<Long> windows(long start) {
        long step = Decisions.widthMicros(windowWidth);
        long end = Math.min(start + Decisions.widthMicros(width), to);
        return LongStream.iterate(start, window -> window + step <= end, window -> window + step)
                .boxed()
                .toList();
    }
}
