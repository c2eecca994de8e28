package io.groundswell.trends.score;

import io.groundswell.trends.count.Decisions;
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
     * @param isCapped whether they were more than could be expected
     */
    record Learned(double sum, long authors, boolean isCapped) {}

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

    /** Returns the baseline of a window at one of its decisions: of what was learnt before the window. */
    Baseline before(long window, long moment) {
        Map.Entry<Long, Window> last = windows.lowerEntry(window);
        double sum =
                last == null ? 0 : Baseline.decayed(last.getValue().learned().sum(), last.getKey(), window, width);
        double authors = exposure.before(width, scope, window);
        return Baseline.of(
                sum,
                authors,
                exposure.authors(width, scope, window, moment),
                spread(window, authors == 0 ? 0 : sum / authors),
                Season.of(seasons, window, width));
    }

    /** Returns whether a window has a past to be surprised by: see {@link Exposure#isKnown}. */
    boolean isKnown(long window, double minExposure) {
        return exposure.isKnown(width, scope, window, minExposure);
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
        public double scopeAuthors(long from, long until) {
            return exposure.authorsBetween(width, scope, from, until);
        }
    }
}
