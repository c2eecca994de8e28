package io.groundswell.trends.count;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;

/**
 * Counts the {@link SeriesEvents} of a partition at the decisions of an interval, in one pass.
 *
 * <p>The first decision of a window has a count of each term that counts in it; a later one only where posts or authors
 * differ from the decision before, down to none. What a decision before the interval said is taken from its row and not
 * counted anew: a change that came late, stamped before a decision that was made without it, is news.
 */
public final class DecidedWindows implements Iterator<WindowCount> {
    private static final int DECISIONS = Decisions.DELAYS.size();

    private final Iterator<Row> events;
    private final Interval interval;
    private final ArrayDeque<WindowCount> counts = new ArrayDeque<>();
    private Row event;
    private Series series;

    /**
     * Starts before the first event.
     *
     * @param events with the columns of {@link SeriesEvents}
     */
    public DecidedWindows(Iterator<Row> events, Interval interval) {
        this.events = events;
        this.interval = interval;
        advance();
    }

    @Override
    public boolean hasNext() {
        while (counts.isEmpty() && event != null) {
            startSeries();
            long window = event.getLong(1);
            if (window == Long.MIN_VALUE) {
                advance(); // what was learnt: the series has it now
            } else {
                count(window);
            }
        }
        return !counts.isEmpty();
    }

    @Override
    public WindowCount next() {
        if (!hasNext()) {
            throw new NoSuchElementException("All windows are counted");
        }
        return counts.poll();
    }

    private void advance() {
        event = events.hasNext() ? events.next() : null;
    }

    private boolean isOfSeries() {
        return series != null
                && series.isOf(event.getInt(0), event.getString(2), event.getString(3), event.getString(4));
    }

    private void startSeries() {
        if (!isOfSeries()) {
            series = new Series(
                    event.getInt(0),
                    event.getString(2),
                    event.getString(3),
                    event.getString(4),
                    (Long) event.get(11),
                    (Double) event.get(12),
                    (Long) event.get(13));
        }
    }

    private void count(long window) {
        Count[] decisions = new Count[DECISIONS];
        for (int k = 0; k < DECISIONS; k++) {
            decisions[k] = new Count();
        }
        Long author = null;
        long postsBefore = 0;
        long authorsBefore = 0;
        while (event != null && event.getLong(1) == window && isOfSeries()) {
            if (event.isNullAt(5)) {
                postsBefore = event.getLong(9);
                authorsBefore = event.getLong(10);
            } else {
                if (author == null || author != event.getLong(5)) {
                    endAuthor(decisions);
                    author = event.getLong(5);
                }
                int bits = event.getInt(7);
                int blocked = event.isNullAt(8) ? 0 : event.getInt(8);
                for (int k = 0; k < DECISIONS; k++) {
                    decisions[k].add((bits >> k) & 1, (blocked >> k) & 1, event.getLong(6));
                }
            }
            advance();
        }
        endAuthor(decisions);
        tell(window, decisions, postsBefore, authorsBefore);
    }

    private static void endAuthor(Count[] decisions) {
        for (Count count : decisions) {
            count.endAuthor();
        }
    }

    private void tell(long window, Count[] decisions, long postsBefore, long authorsBefore) {
        for (int k = 0; k < DECISIONS; k++) {
            long moment = Decisions.moment(k, window, series.width());
            if (moment > interval.after() && moment <= interval.through()) {
                Count count = decisions[k];
                boolean isNews;
                if (k == 0) {
                    isNews = count.authors > 0;
                } else if (Decisions.moment(k - 1, window, series.width()) <= interval.after()) {
                    isNews = count.posts != postsBefore || count.authors != authorsBefore;
                } else {
                    isNews = count.posts != decisions[k - 1].posts || count.authors != decisions[k - 1].authors;
                }
                if (isNews) {
                    counts.add(count.of(series, window, moment));
                }
            }
        }
    }

    /** What counts at one decision, an author after another. */
    private static final class Count {
        private long posts;
        private long authors;
        private long topAuthorPosts;
        private long texts;
        private long blockedPosts;
        private long postsOfAuthor;

        void add(int post, int blocked, long textMask) {
            postsOfAuthor += post;
            blockedPosts += blocked;
            if (post != 0) {
                texts |= textMask;
            }
        }

        void endAuthor() {
            posts += postsOfAuthor;
            authors += postsOfAuthor > 0 ? 1 : 0;
            topAuthorPosts = Math.max(topAuthorPosts, postsOfAuthor);
            postsOfAuthor = 0;
        }

        WindowCount of(Series series, long window, long moment) {
            return new WindowCount(
                    series, window, moment, posts, authors, topAuthorPosts, Long.bitCount(texts), blockedPosts);
        }
    }
}
