package io.groundswell.ingest.silence;

import io.groundswell.table.Micros;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Which pauses are silences. Only a busy source can fall silent: one that brought a change a second on the mean of the
 * hour before, where a minute counts for no more than two a second, and half of that in the last five minutes in which
 * it brought any. So neither a burst makes a source busy, it takes half an hour of minutes as full as that; nor is one
 * that has grown quiet taken for silent. In a minute without a change at least sixty are missing. Did each come by
 * chance, one in 10^26 changes would be followed by such a pause, and of a source whose rate has fallen by half still
 * one in 10^13 alone.
 */
final class Silences {
    /** What is no shorter is a silence, where the source was busy. */
    static final long PAUSE = Micros.of(Duration.ofMinutes(1));

    static final long MINUTE = Micros.of(Duration.ofMinutes(1));

    /** The minutes by which a source is judged: the last in which it was received, and those before. */
    static final int MINUTES = 60;

    private static final long MINUTE_SHARE = 120;
    private static final long BUSY = 3_600;
    private static final int LATEST = 5;
    private static final long BUSY_OF_LATE = 150;

    private Silences() {}

    /**
     * Returns the silences of a source, in order.
     *
     * @param minutes what was received of it, by the number of the minute since 1970, from {@link #MINUTES} before the
     *     first pause on; those in which nothing was are left out
     * @param after those that ended before it are not wanted; in microseconds since 1970
     */
    static List<Silence> in(SortedMap<Long, Received> minutes, long after) {
        List<Silence> silences = new ArrayList<>();
        Long before = null;
        for (Map.Entry<Long, Received> minute : minutes.entrySet()) {
            if (before != null) {
                Silence pause = new Silence(
                        minutes.get(before).last(), minute.getValue().first());
                if (isLong(pause) && pause.to() >= after && isBusy(minutes, before)) {
                    silences.add(pause);
                }
            }
            before = minute.getKey();
        }
        return silences;
    }

    /** Returns whether a pause would be a silence of a busy source. */
    static boolean isLong(Silence pause) {
        return pause.to() - pause.from() >= PAUSE;
    }

    private static boolean isBusy(SortedMap<Long, Received> minutes, long last) {
        List<Long> shares = minutes.subMap(last - MINUTES + 1, last + 1).values().stream()
                .map(minute -> Math.min(minute.changes(), MINUTE_SHARE))
                .toList();
        List<Long> latest = shares.subList(Math.max(0, shares.size() - LATEST), shares.size());
        return sum(shares) >= BUSY && sum(latest) >= BUSY_OF_LATE;
    }

    private static long sum(List<Long> shares) {
        return shares.stream().mapToLong(Long::longValue).sum();
    }
}
