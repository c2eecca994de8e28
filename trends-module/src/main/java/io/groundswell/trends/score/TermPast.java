package io.groundswell.trends.score;

import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.score.Alarm.Case;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What was learnt of one term, window after window, and what that lets one expect of the next. */
final class TermPast {
    private final int width;
    private final String scope;
    private final Exposure exposure;
    private final NavigableMap<Long, Window> windows = new TreeMap<>();
    private final Season.Past seasons = new Counts();

    /**
     * What the first decision of a window taught.
     *
     * @param sum S after the window
     * @param authors of the window
     * @param voices of the window: see {@link Counted#voices}
     * @param isCapped whether they were more than could be expected
     */
    record Learned(double sum, long authors, long voices, boolean isCapped) {}

    /** A window with what is asked of it again and again. */
    private record Window(Learned learned, long scopeAuthors, boolean isMasked) {}

    TermPast(int width, String scope, Exposure exposure) {
        this.width = width;
        this.scope = scope;
        this.exposure = exposure;
    }

    /** Takes what had been learnt with the first decision of a window. */
    void learn(long window, Learned learned) {
        long first = Decisions.first(window, width);
        windows.put(
                window,
                new Window(
                        learned,
                        exposure.authors(width, scope, window, first),
                        exposure.isMasked(width, scope, window)));
    }

    /**
     * Returns a count of a window with all that its alarm depends on, at one of the window's decisions. Rises are looked for
     * where they count and nothing but evidence can be missing, which is rare: most windows of most terms are like the last.
     */
    Case at(long window, long moment, Counted counted, Alarm alarm, Bar bar) {
        Known known = new Known(alarm.settings().minExposure());
        long scopeAuthors = exposure.authors(width, scope, window, moment);
        Season season = known.season(window, window);
        Case one = new Case(
                known.before(window, scopeAuthors, season),
                counted,
                known.isKnown(window),
                exposure.isMasked(width, scope, window));
        return bar.takesRises() && alarm.isNotable(one, bar)
                ? one.rising(Rise.upTo(window, width, known, counted.voices(), scopeAuthors))
                : one;
    }

    private double spread(long window, double rate) {
        Spread spread = new Spread(width, window);
        windows.subMap(window - Spread.memory(width), window).forEach((start, its) -> {
            if (its.learned().isCapped()) {
                spread.leaveOut(start, its.scopeAuthors());
            } else if (!its.isMasked()) {
                spread.see(start, its.learned().authors(), its.scopeAuthors());
            }
        });
        return spread.alpha(rate, exposure.squares(width, scope, window));
    }

    /** What is known of the term's windows where so much must be known of a scope. */
    private final class Known implements Rise.Past {
        private final double minExposure;

        Known(double minExposure) {
            this.minExposure = minExposure;
        }

        @Override
        public boolean isKnown(long window) {
            return exposure.isKnown(width, scope, window, minExposure);
        }

        @Override
        public long voices(long from, long until, long most) {
            return windows.subMap(from, until).values().stream()
                    .filter(window -> !window.isMasked())
                    .mapToLong(window -> Math.min(window.learned().voices(), most))
                    .sum();
        }

        @Override
        public boolean hasPast(long window) {
            return exposure.before(width, scope, window) > 0;
        }

        @Override
        public long scopeAuthors(long from, long until) {
            return exposure.authorsBetween(width, scope, from, until);
        }

        @Override
        public Season season(long first, long last) {
            return Season.of(seasons, first, last, width);
        }

        @Override
        public double rate(long window) {
            double authors = exposure.before(width, scope, window);
            return authors == 0 ? 0 : sum(window) / authors;
        }

        @Override
        public Baseline before(long window, long scopeAuthors, Season season) {
            double authors = exposure.before(width, scope, window);
            return Baseline.of(sum(window), authors, scopeAuthors, spread(window, rate(window)), season);
        }

        private double sum(long window) {
            Map.Entry<Long, Window> last = windows.lowerEntry(window);
            return last == null ? 0 : Baseline.decayed(last.getValue().learned().sum(), last.getKey(), window, width);
        }
    }

    /** The counts of the first decisions, of windows that no hole touches. */
    private final class Counts implements Season.Past {
        @Override
        public double authors(long from, long until) {
            return windows.subMap(from, until).values().stream()
                    .filter(window -> !window.isMasked())
                    .mapToLong(window -> window.learned().authors())
                    .sum();
        }

        @Override
        public long scopeAuthors(long from, long until) {
            return exposure.authorsBetween(width, scope, from, until);
        }
    }
}
