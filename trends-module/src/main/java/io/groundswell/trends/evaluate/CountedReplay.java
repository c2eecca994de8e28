package io.groundswell.trends.evaluate;

import io.groundswell.job.PlatformException;
import io.groundswell.trends.count.Decisions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Makes a replay of counts that are there already, one term after another. A window that is masked is one in which nobody
 * wrote: it alarms nothing and teaches nothing.
 */
public final class CountedReplay {
    /** About what a window of a term takes: here, in a null replay and while that is put in order. */
    private static final long BYTES_A_COUNT = 100;

    private final int width;
    private final long start;
    private final LongPredicate isMasked;
    private final long mostCounts;
    private final int[] authors;
    private final List<TermSeries> series = new ArrayList<>();
    private TermName name;
    private SeriesBuilder builder;
    private long counts;

    /**
     * @param start of the first window, in microseconds
     * @param windows how many
     * @param isMasked of the start of a window
     * @param memoryBytes what may be taken
     */
    public CountedReplay(int widthSeconds, long start, int windows, LongPredicate isMasked, long memoryBytes) {
        this.width = widthSeconds;
        this.start = start;
        this.isMasked = isMasked;
        this.mostCounts = memoryBytes / BYTES_A_COUNT;
        this.authors = new int[windows];
    }

    /** Takes how many wrote in a window; one outside of the replay is passed over. */
    public void total(long window, long all) {
        int number = number(window);
        if (number >= 0 && number < authors.length && !isMasked.test(window)) {
            authors[number] = Math.toIntExact(all);
        }
    }

    /**
     * Takes a count of a term, after all totals: those of a term together, in the order of the windows.
     *
     * @throws PlatformException if they are too many for the memory
     */
    public void count(TermName of, long window, long its, long posts, long topAuthorPosts, int texts) {
        int number = number(window);
        if (number < 0 || number >= authors.length || authors[number] == 0) {
            return;
        }
        if (!of.equals(name)) {
            endTerm();
            name = of;
            builder = new SeriesBuilder(of);
        }
        builder.add(number, Math.toIntExact(its), Math.toIntExact(posts), Math.toIntExact(topAuthorPosts), texts, 0);
        if (++counts > mostCounts) {
            throw PlatformException.usage(
                    ("The counts of the terms that could alarm don't fit into memory: there are more than %,d. Give it more"
                                    + " (GROUNDSWELL_MEMORY=5g), or calibrate on fewer days (calibration.days).")
                            .formatted(mostCounts));
        }
    }

    /** Returns the replay; nothing can be taken after that. */
    public Replay build() {
        endTerm();
        // Whatever the order in which terms came: the shifts of null replays are drawn in this one.
        series.sort(Comparator.<TermSeries, String>comparing(its -> its.name().kind())
                .thenComparing(its -> its.name().term()));
        return new Replay(width, start, authors, series);
    }

    private void endTerm() {
        if (builder != null) {
            series.add(builder.build());
            builder = null;
        }
    }

    private int number(long window) {
        return Math.toIntExact(Math.floorDiv(window - start, Decisions.widthMicros(width)));
    }
}
