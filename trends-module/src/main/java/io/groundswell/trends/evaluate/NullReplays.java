package io.groundswell.trends.evaluate;

import io.groundswell.job.PlatformException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Replays in which nothing is going on in common, and yet each term is as bursty as it is: the series of each is shifted
 * around by its own number of whole weeks, or days where the replay has fewer than four weeks, so that hours keep their
 * rhythm. Shuffled authors or times would be calmer than life, and make thresholds too lax.
 */
public record NullReplays(long seed) {
    private static final int LEAST_WEEKS = 4;
    private static final int LEAST_DAYS = 3;
    private static final int NOWHERE = -1;

    /**
     * Returns the whole days or weeks of a replay in which somebody wrote, side by side, with each term shifted; another
     * number gives another one. Holes are left out, and so is what would be shifted into a window in which
     * nobody wrote: it would be of nobody's time.
     *
     * @throws PlatformException if there are fewer than three such days
     */
    public Replay shifted(Replay replay, int number) {
        int period = period(replay);
        int[] live = livePeriods(replay, period);
        if (live.length < LEAST_DAYS) {
            throw PlatformException.usage(
                    "Thresholds are found on posts whose days change places: the posts must be of at least %d whole days, and are of %d."
                            .formatted(LEAST_DAYS, live.length));
        }
        int[] places = new int[replay.windows() / period];
        Arrays.fill(places, NOWHERE);
        int[] authors = new int[live.length * period];
        for (int place = 0; place < live.length; place++) {
            places[live[place]] = place;
            System.arraycopy(replay.authors(), live[place] * period, authors, place * period, period);
        }
        int periods = live.length;
        SplittableRandom random = new SplittableRandom(seed + number);
        Shift shift = new Shift(places, period, authors);
        return new Replay(
                replay.widthSeconds(),
                replay.start(),
                authors,
                replay.series().stream()
                        .map(series -> shift.of(series, random.nextInt(periods)))
                        .toList());
    }

    /** Returns by how many windows the series of a replay are shifted, or by a multiple of it: a week or a day. */
    public static int period(Replay replay) {
        int day = replay.windowsOf(Duration.ofDays(1));
        return livePeriods(replay, 7 * day).length < LEAST_WEEKS ? day : 7 * day;
    }

    private static int[] livePeriods(Replay replay, int period) {
        return IntStream.range(0, replay.windows() / period)
                .filter(number -> Arrays.stream(replay.authors(), number * period, (number + 1) * period)
                        .anyMatch(authors -> authors > 0))
                .toArray();
    }

    /** Where windows go: {@code places} has the new place of each period, or that it is left out. */
    @SuppressWarnings("ArrayRecordComponent") // used at once
    private record Shift(int[] places, int period, int[] authors) {
        TermSeries of(TermSeries series, int by) {
            int[] order = IntStream.range(0, series.size())
                    .filter(i -> at(series.windows()[i], by) != NOWHERE)
                    .boxed()
                    .sorted(Comparator.comparingInt(i -> at(series.windows()[i], by)))
                    .mapToInt(Integer::intValue)
                    .toArray();
            return series.only(order)
                    .in(Arrays.stream(order)
                            .map(i -> at(series.windows()[i], by))
                            .toArray());
        }

        private int at(int window, int by) {
            int number = window / period;
            if (number >= places.length || places[number] == NOWHERE) {
                return NOWHERE;
            }
            int there = (places[number] * period + window % period + by * period) % authors.length;
            return authors[there] == 0 ? NOWHERE : there;
        }
    }
}
