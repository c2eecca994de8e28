package io.groundswell.trends.score;

import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.score.Alarm.Counted;
import java.util.Deque;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Goes through the events of one term in order and tells the rows of gold.trends that are due.
 *
 * <p>First decisions make the life: each window's baseline is what was learnt before it. A later decision scores the
 * window anew with that same baseline; it has a row where the window has one already, whose trend, state and rank it
 * keeps, or where the new count alarms, which is a trend of this one window and starts no life.
 */
final class TermStory {
    private final TermKey key;
    private final int width;
    private final Exposure exposure;
    private final Alarm alarm;
    private final long through;
    private final Deque<Row> due;

    private long window = Long.MIN_VALUE;
    private Standing standing;
    private long learnedWindow;
    private double learned;
    private long pendingWindow = Long.MIN_VALUE;
    private double pendingLearned;
    private Life life;

    /** What the newest trend row of the current window says that later decisions keep. */
    private record Standing(long trendStart, String state, double shown) {
        static Standing of(Life life) {
            return new Standing(life.start(), life.state(), life.shown());
        }
    }

    TermStory(TermKey key, ScoredTrends trends, Deque<Row> due) {
        this.key = key;
        this.width = key.width();
        this.exposure = trends.exposure();
        this.alarm = trends.alarm();
        this.through = trends.through();
        this.due = due;
    }

    TermKey key() {
        return key;
    }

    void tell(TermEvent event) {
        boolean isFirst = event.isFirstDecision(width);
        long before = event.window() - Decisions.widthMicros(width);
        liveThrough(isFirst ? before : event.window());
        enter(event.window());
        if (event.type() == TermEvent.TREND) {
            remember(event, isFirst);
            return;
        }
        if (event.type() == TermEvent.DUE) {
            if (isFirst) {
                decide(event.window(), event.counted());
            } else {
                correct(event);
            }
        }
        if (isFirst) {
            pendingWindow = event.window();
            pendingLearned = event.learned();
        }
    }

    /** Lives through the windows after the last event. */
    void end() {
        liveThrough(Decisions.newestDecided(width, through));
    }

    private void liveThrough(long last) {
        while (life != null && life.window() < last) {
            long next = life.window() + Decisions.widthMicros(width);
            enter(next);
            decide(next, Counted.NONE);
        }
    }

    private void enter(long next) {
        if (next == window) {
            return;
        }
        window = next;
        standing = null;
        if (pendingWindow != Long.MIN_VALUE) {
            learnedWindow = pendingWindow;
            learned = pendingLearned;
            pendingWindow = Long.MIN_VALUE;
        }
    }

    private void remember(TermEvent event, boolean isFirst) {
        standing = new Standing(event.trendStart(), event.state(), event.shown());
        if (isFirst) {
            Life now = life == null
                    ? Life.startedBy(event.window(), event.observed(), event.evidence())
                    : life.next(event.window(), width, event.observed(), event.evidence(), event.isAlarmed());
            life = event.state().equals(Life.OVER) ? null : now;
        }
    }

    private void decide(long at, Counted counted) {
        long moment = Decisions.first(at, width);
        Baseline baseline = baseline(at, moment);
        boolean isAlarmed = alarm.isRaised(baseline, counted, isKnown(at));
        if (life == null && !isAlarmed) {
            return;
        }
        double evidence = baseline.evidence(counted.authors());
        Life now = life == null
                ? Life.startedBy(at, counted.authors(), evidence)
                : life.next(at, width, counted.authors(), evidence, isAlarmed);
        standing = Standing.of(now);
        emit(at, moment, counted, baseline, isAlarmed);
        lead(now);
    }

    private void correct(TermEvent event) {
        Baseline baseline = baseline(event.window(), event.decided());
        boolean isAlarmed = alarm.isRaised(baseline, event.counted(), isKnown(event.window()));
        if (standing == null && !isAlarmed) {
            return;
        }
        if (standing == null) {
            standing = Standing.of(Life.startedBy(
                    event.window(),
                    event.counted().authors(),
                    baseline.evidence(event.counted().authors())));
        }
        emit(event.window(), event.decided(), event.counted(), baseline, isAlarmed);
    }

    private void lead(Life now) {
        life = now.isOver() ? null : now;
    }

    private boolean isKnown(long at) {
        return exposure.isKnown(width, key.scope(), at, alarm.settings().minExposure());
    }

    private Baseline baseline(long at, long moment) {
        return Baseline.of(
                Baseline.decayed(learned, learnedWindow, at, width),
                exposure.before(width, key.scope(), at),
                exposure.authors(width, key.scope(), at, moment));
    }

    private void emit(long at, long moment, Counted counted, Baseline baseline, boolean isAlarmed) {
        due.add(RowFactory.create(
                key.scope(),
                key.kind(),
                key.term(),
                width,
                at,
                moment,
                standing.trendStart(),
                counted.posts(),
                counted.authors(),
                baseline.expected(),
                baseline.evidence(counted.authors()),
                baseline.lift(counted.authors()),
                isAlarmed,
                standing.state(),
                standing.shown()));
    }
}
