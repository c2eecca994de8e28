package io.groundswell.trends.score;

import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.rule.Mutes;
import io.groundswell.trends.score.Alarm.Case;
import io.groundswell.trends.score.Life.Seen;
import io.groundswell.trends.score.Life.Stage;
import java.util.Deque;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Goes through the events of one term in the order of the decisions and tells the rows of gold.trends that are due.
 *
 * <p>Each window's baseline is what was learnt before it, at each of its decisions. A first decision has a row while a
 * trend goes on, or where it alarms and so starts one. A later decision has a row where the window is one of a trend's,
 * or where the new count alarms: then it belongs to the trend that it would have grown into, or starts one; if that is
 * known to have ended meanwhile, its only row says {@code over}. State and rank are those of what is known at the
 * decision, so a trend whose posts are taken back recedes with the next one.
 *
 * <p>A term that a rule mutes has no trend. Its windows that would have alarmed have a row each, which says {@code over}
 * and which rule; so has the window in which a trend that goes on is muted, and no other until the rule ends.
 */
final class TermStory {
    private final TermKey key;
    private final int width;
    private final long step;
    private final Exposure exposure;
    private final Alarm alarm;
    private final Mutes.OfTerm mutes;
    private final long through;
    private final Deque<Row> due;
    private final Lives lives;
    private final TermPast past;

    /** The newest window whose first decision has been passed. */
    private long passed;

    TermStory(TermKey key, ScoredTrends trends, Deque<Row> due) {
        this.key = key;
        this.width = key.width();
        this.step = Decisions.widthMicros(width);
        this.exposure = trends.exposure();
        this.alarm = trends.alarm();
        this.mutes = trends.mutes().of(key.kind(), key.term());
        this.through = trends.interval().through();
        this.due = due;
        this.lives = new Lives(width);
        this.past = new TermPast(width, key.scope(), exposure);
        this.passed = Decisions.newestDecided(width, trends.interval().after());
    }

    TermKey key() {
        return key;
    }

    void tell(TermEvent event) {
        if (event.type() == TermEvent.TREND) {
            lives.remember(event);
            return;
        }
        boolean isFirst = event.isFirstDecision(width);
        if (event.type() == TermEvent.DUE) {
            passTo(event.decided(), event.window());
            if (isFirst) {
                decide(event.window(), event.counted());
            } else {
                correct(event);
            }
        }
        if (isFirst) {
            past.learn(event.window(), event.learned());
        }
    }

    /** Passes the first decisions after the last event. */
    void end() {
        passTo(through + 1, Long.MIN_VALUE);
    }

    /** Makes the first decisions, before a decision of a window, of those windows in which nobody mentions the term. */
    private void passTo(long moment, long window) {
        long newest = Decisions.newestDecided(width, moment);
        if (Decisions.first(newest, width) == moment && newest >= window) {
            newest -= step;
        }
        for (long next = next(); next <= newest && lives.goingOnIn(next).isPresent(); next = next()) {
            decide(next, Counted.NONE);
        }
        passed = Math.max(passed, newest);
    }

    private long next() {
        return Math.max(passed, lives.newestWindow().orElse(passed)) + step;
    }

    private void decide(long window, Counted counted) {
        passed = window;
        long moment = Decisions.first(window, width);
        String mutedBy = mutes.by(moment);
        Optional<Life> life = lives.goingOnIn(window).filter(its -> mutedBy == null || !its.isOver());
        Bar bar = alarm.bar(key, moment);
        if (life.isEmpty() && !bar.isBroad(counted)) {
            return; // as of most windows, whose baseline nobody asks for
        }
        Case one = past.at(window, moment, counted, alarm, bar);
        boolean passes = alarm.isRaised(one, bar);
        if (life.isPresent() || passes) {
            Life its = life.orElseGet(() -> lives.start(window));
            Seen seen = new Seen(counted.authors(), one.evidence(), passes && mutedBy == null);
            Stage stage = its.see(window, seen);
            emit(window, moment, one, its, seen, mutedBy == null ? stage : its.end(window, stage), mutedBy, bar);
        }
    }

    private void correct(TermEvent event) {
        long window = event.window();
        Counted counted = event.counted();
        Optional<Life> life = lives.spanning(window);
        Bar bar = alarm.bar(key, event.decided());
        if (life.isEmpty() && !bar.isBroad(counted)) {
            return;
        }
        Case one = past.at(window, event.decided(), counted, alarm, bar);
        boolean passes = alarm.isRaised(one, bar);
        String mutedBy = mutes.by(event.decided());
        boolean isAlarmed = passes && mutedBy == null;
        if (life.isEmpty() && isAlarmed) {
            life = lives.following(window);
        }
        if (life.isEmpty() && !passes) {
            return;
        }
        Life its = life.orElseGet(() -> lives.start(window));
        Seen seen = new Seen(counted.authors(), one.evidence(), isAlarmed);
        Stage stage = its.see(window, seen);
        if (mutedBy != null || (life.isEmpty() && !its.reaches(passed))) {
            stage = its.end(window, stage);
        }
        emit(window, event.decided(), one, its, seen, stage, mutedBy, bar);
    }

    private void emit(long window, long moment, Case one, Life life, Seen seen, Stage stage, String mutedBy, Bar bar) {
        Counted counted = one.counted();
        due.add(RowFactory.create(
                key.scope(),
                key.kind(),
                key.term(),
                width,
                window,
                moment,
                life.start(),
                counted.posts(),
                counted.authors(),
                one.baseline().expected(),
                seen.evidence(),
                one.baseline().lift(counted.authors()),
                seen.isAlarmed(),
                stage.state(),
                stage.shown(),
                mutedBy,
                bar.watchedBy(),
                exposure.coverage(width, key.scope(), window),
                bar.threshold().evidence(),
                bar.threshold().falseAlarmsPerDay(),
                one.rise().evidence(),
                one.rise().windows()));
    }
}
