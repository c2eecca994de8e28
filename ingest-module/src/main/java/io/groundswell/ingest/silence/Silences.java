package io.groundswell.ingest.silence;

import io.groundswell.table.Micros;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Which pauses are silences. Only a busy source can fall silent: one that brought a change a second on the mean of the
 * last sixty minutes in which it brought any, within a day, where a minute counts for no more than two a second; and half
 * of that in the last five of them. So neither a burst makes a source busy, it takes half an hour of minutes as full as that; nor is one
 * that has grown quiet taken for silent. In a minute without a change at least sixty are missing. Did each come by
 * chance, one in 10^26 changes would be followed by such a pause, and of a source whose rate has fallen by half still
 * one in 10^13 alone. A source that is asked every other minute pauses by habit: where three pauses of those sixty
 * minutes were half as long or longer, none is a silence.
 */
final class Silences {
    /** What is no shorter is a silence, where the source was busy. */
    static final long PAUSE = Micros.of(Duration.ofMinutes(1));

    static final long MINUTE = Micros.of(Duration.ofMinutes(1));

    /** How far back the minutes may lie by which a source is judged. */
    static final int REACH = 24 * 60;

    private static final int MINUTES = 60;

    private static final long MINUTE_SHARE = 120;
    private static final long BUSY = 3_600;
    private static final int LATEST = 5;
    private static final long BUSY_OF_LATE = 150;
    private static final int HABIT = 3;

    private Silences() {}

    /**
     * Returns the silences of a source, in order.
     *
     * @param minutes what was received of it, by the number of the minute since 1970, from {@link #REACH} before the
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
                if (isLong(pause) && pause.to() >= after && isUnusual(pause, judged(minutes, before))) {
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

    /** Returns the minutes by which a source is judged, the last of them before a pause. */
    private static List<Received> judged(SortedMap<Long, Received> minutes, long last) {
        List<Received> known =
                List.copyOf(minutes.subMap(last - REACH + 1, last + 1).values());
        return known.subList(Math.max(0, known.size() - MINUTES), known.size());
    }

    private static boolean isUnusual(Silence pause, List<Received> judged) {
        return isBusy(judged) && pausesOf((pause.to() - pause.from()) / 2, judged) < HABIT;
    }

    private static int pausesOf(long length, List<Received> judged) {
        int pauses = 0;
        for (int i = 1; i < judged.size(); i++) {
            if (judged.get(i).first() - judged.get(i - 1).last() >= length) {
                pauses++;
            }
        }
        return pauses;
    }

    private static boolean isBusy(List<Received> judged) {
        List<Long> shares = judged.stream()
                .map(minute -> Math.min(minute.changes(), MINUTE_SHARE))
                .toList();
        List<Long> latest = shares.subList(Math.max(0, shares.size() - LATEST), shares.size());
        return sum(shares) >= BUSY && sum(latest) >= BUSY_OF_LATE;
    }

    private static long sum(List<Long> shares) {
        return shares.stream().mapToLong(Long::longValue).sum();
    }
}
