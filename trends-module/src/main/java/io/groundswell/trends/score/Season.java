package io.groundswell.trends.score;

import io.groundswell.table.Micros;
import io.groundswell.trends.count.Decisions;
import java.time.Duration;
import java.util.stream.IntStream;

/**
 * What a term does at this hour: the authors that it had around the same time of day on the last 7 days, and around the
 * same time of the week in the last 4 weeks, as shares of the scope. The median of the
 * days, or the second greatest of the weeks, is expected again: what happened once is an event, what keeps happening a
 * habit.
 */
final class Season {
    /** Nothing comes again. */
    static final Season NONE = new Season(0, 0);

    private static final long DAY = Micros.of(Duration.ofDays(1));
    private static final long WEEK = 7 * DAY;
    private static final int DAYS = 7;
    private static final int WEEKS = 4;
    private static final long MARGIN = Micros.of(Duration.ofMinutes(15));

    private final double rate;
    private final double authors;

    private Season(double rate, double authors) {
        this.rate = rate;
        this.authors = authors;
    }

    /** What was counted in the past; times in microseconds. */
    interface Past {
        /** Returns the authors of the term, summed over the windows that start in a stretch of time. */
        double authors(long from, long until);

        /** Returns the authors of the whole scope likewise. */
        long scopeAuthors(long from, long until);
    }

    /** Returns the season of a window of the past's width. */
    static Season of(Past past, long window, int widthSeconds) {
        return of(past, window, window, widthSeconds);
    }

    /** Returns the season of a run of windows of the past's width, from the start of its first one to that of its last. */
    static Season of(Past past, long first, long last, int widthSeconds) {
        Season daily = repeated(past, first, last, widthSeconds, DAY, DAYS, DAYS / 2);
        Season weekly = repeated(past, first, last, widthSeconds, WEEK, WEEKS, 1);
        return daily.rate >= weekly.rate ? daily : weekly;
    }

    /** Returns how long before a window the oldest one starts that its season looks at. */
    static long reach() {
        return WEEKS * WEEK + MARGIN;
    }

    /** Returns the share of the scope's authors that is expected. */
    double rate() {
        return rate;
    }

    /** Returns of how many authors that is known. */
    double authors() {
        return authors;
    }

    private static Season repeated(
            Past past, long first, long last, int widthSeconds, long period, int times, int greater) {
        long width = Decisions.widthMicros(widthSeconds);
        long margin = MARGIN / width * width;
        return IntStream.rangeClosed(1, times)
                .mapToObj(time -> time * period)
                .map(ago -> around(past, first - ago - margin, last - ago + width + margin))
                .sorted((one, other) -> Double.compare(other.rate, one.rate))
                .skip(greater)
                .findFirst()
                .orElse(NONE);
    }

    private static Season around(Past past, long from, long until) {
        double authors = past.authors(from, until);
        double scope = authors == 0 ? 0 : past.scopeAuthors(from, until);
        return scope == 0 ? NONE : new Season(authors / scope, authors);
    }
}
