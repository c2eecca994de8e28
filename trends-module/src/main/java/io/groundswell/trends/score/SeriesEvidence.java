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
     * Returns −log10 p of each window that may alarm but for its evidence, or of the rise up to it if that is more; 0 of all
     * others.
     *
     * @param windows numbers of the windows in which the term has authors, ascending; the other arrays are as long
     */
    public double[] of(int[] windows, int[] authors, int[] posts, int[] topAuthorPosts, int[] texts) {
        double[] evidence = new double[windows.length];
        Learner learner = new Learner(width, start, 0, null);
        SeriesPast past = new SeriesPast(windows, authors);
        for (int i = 0; i < windows.length; i++) {
            int window = windows[i];
            long at = startOf(window);
            Counted counted = new Counted(posts[i], authors[i], topAuthorPosts[i], texts[i]);
            if (bar.isBroad(counted)) {
                Season season = past.season(at, at);
                Baseline baseline = past.before(at, scopeAuthors[window], season);
                Case one = new Case(baseline, counted, isKnown[window], false);
                if (alarm.isNotable(one, bar)) {
                    Rise rise = Rise.upTo(at, width, past, counted.voices(), scopeAuthors[window]);
                    evidence[i] = one.rising(rise).strongest();
                }
            }
            learner.learn(at, authors[i], exposure[window], isKnown[window], scopeAuthors[window]);
            past.learn(counted.voices(), learner);
        }
        return evidence;
    }

    private long startOf(int window) {
        return start + window * Decisions.widthMicros(width);
    }

    /** A term's windows by their numbers, as far as they are learnt. */
    private final class SeriesPast implements Season.Past, Rise.Past {
        private final int[] windows;
        private final int[] authors;
        private final long[] voices;
        private final double[] sums;
        private final boolean[] isCapped;
        private int learnt;

        SeriesPast(int[] windows, int[] authors) {
            this.windows = windows;
            this.authors = authors;
            this.voices = new long[windows.length];
            this.sums = new double[windows.length];
            this.isCapped = new boolean[windows.length];
        }

        /** Takes what the next of the windows has taught. */
        void learn(long itsVoices, Learner learner) {
            voices[learnt] = itsVoices;
            sums[learnt] = learner.learned();
            isCapped[learnt] = learner.isCapped();
            learnt++;
        }

        @Override
        public boolean isKnown(long window) {
            int number = number(window);
            return number >= 0 && isKnown[number];
        }

        @Override
        public boolean hasPast(long window) {
            int number = number(window);
            return number >= 0 && exposure[number] > 0;
        }

        @Override
        public Season season(long first, long last) {
            return Season.of(this, first, last, width);
        }

        @Override
        public Baseline before(long window, long scope, Season season) {
            int number = number(window);
            double alpha = spread(number, firstFrom(number)).alpha(rate(window), squares[number]);
            return Baseline.of(sum(window), exposure[number], scope, alpha, season);
        }

        @Override
        public double rate(long window) {
            int number = number(window);
            return exposure[number] == 0 ? 0 : sum(window) / exposure[number];
        }

        private double sum(long window) {
            int next = firstFrom(number(window));
            return next == 0 ? 0 : Baseline.decayed(sums[next - 1], startOf(windows[next - 1]), window, width);
        }

        private Spread spread(int window, int next) {
            Spread spread = new Spread(width, startOf(window));
            int reach = Spread.weights(width).length - 1;
            for (int i = firstFrom(window - reach); i < next; i++) {
                if (isCapped[i]) {
                    spread.leaveOut(startOf(windows[i]), scopeAuthors[windows[i]]);
                } else {
                    spread.see(startOf(windows[i]), authors[i], scopeAuthors[windows[i]]);
                }
            }
            return spread;
        }

        @Override
        public long voices(long from, long until, long most) {
            long sum = 0;
            for (int i = firstFrom(number(from)); i < learnt && windows[i] < number(until); i++) {
                sum += Math.min(voices[i], most);
            }
            return sum;
        }

        @Override
        public double authors(long from, long until) {
            double sum = 0;
            for (int i = firstFrom(number(from)); i < windows.length && windows[i] < number(until); i++) {
                sum += authors[i];
            }
            return sum;
        }

        @Override
        public long scopeAuthors(long from, long until) {
            return upTo[within(number(until))] - upTo[within(number(from))];
        }

        /** Returns the place of the first window of a number or above. */
        private int firstFrom(int number) {
            int place = Arrays.binarySearch(windows, number);
            return place < 0 ? -place - 1 : place;
        }

        private int number(long at) {
            return Math.toIntExact(Math.floorDiv(at - start, Decisions.widthMicros(width)));
        }

        private int within(int number) {
            return Math.max(0, Math.min(number, upTo.length - 1));
        }
    }
}
