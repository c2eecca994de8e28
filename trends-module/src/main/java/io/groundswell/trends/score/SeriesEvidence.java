package io.groundswell.trends.score;

import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.score.Alarm.Case;
import java.util.Arrays;

/**
 * The evidence of terms over a whole feed at once, in memory, window by window as 'detect-trends' scores them: for
 * replays. Windows are numbered from 0.
 */
public final class SeriesEvidence {
    private final int width;
    private final long start;
    private final int[] scopeAuthors;
    private final Alarm alarm;
    private final Bar bar;
    /** E before each window. */
    private final double[] exposure;

    /** Weighted sum of squares before each window: see {@link Spread}. */
    private final double[] squares;

    private final boolean[] isKnown;
    /** Authors before each window, summed up without decay. */
    private final long[] upTo;

    /**
     * @param start of window 0, in microseconds
     * @param scopeAuthors distinct authors of all posts of each window
     */
    public SeriesEvidence(int widthSeconds, long start, int[] scopeAuthors, TrendSettings settings) {
        this.width = widthSeconds;
        this.start = start;
        this.scopeAuthors = scopeAuthors.clone();
        this.alarm = new Alarm(settings);
        this.bar = alarm.usual(Threshold.uncalibrated(0));
        this.exposure = new double[scopeAuthors.length];
        this.isKnown = new boolean[scopeAuthors.length];
        this.squares = new double[scopeAuthors.length];
        this.upTo = new long[scopeAuthors.length + 1];
        double sum = 0;
        double[] weights = Spread.weights(width);
        for (int window = 0; window < scopeAuthors.length; window++) {
            exposure[window] = sum;
            for (int lag = 1; lag < weights.length && lag <= window; lag++) {
                double authors = scopeAuthors[window - lag];
                squares[window] += weights[lag] * authors * authors;
            }
            upTo[window + 1] = upTo[window] + scopeAuthors[window];
            boolean isWarm = window * Decisions.widthMicros(width) >= Exposure.WARM_UP;
            isKnown[window] = isWarm || sum >= settings.minExposure();
            sum = Baseline.decayed(sum + scopeAuthors[window], 0, Decisions.widthMicros(width), width);
        }
    }

    /**
     * Returns −log10 p of each window that may alarm but for its evidence, 0 of all others.
     *
     * @param windows numbers of the windows in which the term has authors, ascending; the other arrays are as long
     */
    public double[] of(int[] windows, int[] authors, int[] posts, int[] topAuthorPosts, int[] texts) {
        double[] evidence = new double[windows.length];
        Learner learner = new Learner(width, start, 0, null);
        boolean[] isCapped = new boolean[windows.length];
        Season.Past past = new SeriesPast(windows, authors);
        for (int i = 0; i < windows.length; i++) {
            int window = windows[i];
            long at = startOf(window);
            double before = learner.before(at);
            Counted counted = new Counted(posts[i], authors[i], topAuthorPosts[i], texts[i]);
            if (bar.isBroad(counted)) {
                double alpha = spread(windows, authors, isCapped, i)
                        .alpha(exposure[window] == 0 ? 0 : before / exposure[window], squares[window]);
                Season season = Season.of(past, at, width);
                Baseline baseline = Baseline.of(before, exposure[window], scopeAuthors[window], alpha, season);
                boolean isNotable = alarm.isNotable(new Case(baseline, counted, isKnown[window], false), bar);
                evidence[i] = isNotable ? baseline.evidence(counted) : 0;
            }
            learner.learn(at, authors[i], exposure[window], isKnown[window], scopeAuthors[window]);
            isCapped[i] = learner.isCapped();
        }
        return evidence;
    }

    private Spread spread(int[] windows, int[] authors, boolean[] isCapped, int now) {
        Spread spread = new Spread(width, startOf(windows[now]));
        int reach = Spread.weights(width).length - 1;
        int first = now;
        while (first > 0 && windows[now] - windows[first - 1] <= reach) {
            first--;
        }
        for (int i = first; i < now; i++) {
            if (isCapped[i]) {
                spread.leaveOut(startOf(windows[i]), scopeAuthors[windows[i]]);
            } else {
                spread.see(startOf(windows[i]), authors[i], scopeAuthors[windows[i]]);
            }
        }
        return spread;
    }

    private long startOf(int window) {
        return start + window * Decisions.widthMicros(width);
    }

    /** A term's windows by their numbers. */
    private final class SeriesPast implements Season.Past {
        private final int[] windows;
        private final int[] authors;

        SeriesPast(int[] windows, int[] authors) {
            this.windows = windows;
            this.authors = authors;
        }

        @Override
        public double authors(long from, long until) {
            int first = Arrays.binarySearch(windows, number(from));
            double sum = 0;
            for (int i = first < 0 ? -first - 1 : first; i < windows.length && windows[i] < number(until); i++) {
                sum += authors[i];
            }
            return sum;
        }

        @Override
        public double scopeAuthors(long from, long until) {
            return upTo[within(number(until))] - upTo[within(number(from))];
        }

        private int number(long at) {
            return Math.toIntExact(Math.floorDiv(at - start, Decisions.widthMicros(width)));
        }

        private int within(int number) {
            return Math.max(0, Math.min(number, upTo.length - 1));
        }
    }
}
