package io.groundswell.trends.score;

import static io.groundswell.trends.score.StoryEvents.ALARMED;
import static io.groundswell.trends.score.StoryEvents.CORRECTION;
import static io.groundswell.trends.score.StoryEvents.EVIDENCE;
import static io.groundswell.trends.score.StoryEvents.KEY;
import static io.groundswell.trends.score.StoryEvents.OBSERVED;
import static io.groundswell.trends.score.StoryEvents.RISE;
import static io.groundswell.trends.score.StoryEvents.RISE_WINDOWS;
import static io.groundswell.trends.score.StoryEvents.START;
import static io.groundswell.trends.score.StoryEvents.STEP;
import static io.groundswell.trends.score.StoryEvents.WIDTH;
import static io.groundswell.trends.score.StoryEvents.calibrated;
import static io.groundswell.trends.score.StoryEvents.decision;
import static io.groundswell.trends.score.StoryEvents.event;
import static io.groundswell.trends.score.StoryEvents.exposure;
import static io.groundswell.trends.score.StoryEvents.first;
import static io.groundswell.trends.score.StoryEvents.hole;
import static io.groundswell.trends.score.StoryEvents.known;
import static io.groundswell.trends.score.StoryEvents.past;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.table.Micros;
import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.count.Interval;
import io.groundswell.trends.rule.Mutes;
import io.groundswell.trends.score.TermPast.Learned;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** A term of which one person spoke in each window, and then six. */
class SlowRiseTest {
    private static final long FIRST = 12;
    private static final long LAST = 25;
    private static final double THRESHOLD = 4.5;
    private static final TrendSettings SETTINGS = new TrendSettings(
            TrendSettings.DEFAULT.widths(), TrendSettings.DEFAULT.scopes(), THRESHOLD, 5, 0.2, 3, 3.0, 1000);
    private static final Alarm CALIBRATED = calibrated(SETTINGS, KEY);

    private final Deque<Row> due = new ArrayDeque<>();

    private static List<TermEvent> events() {
        return LongStream.rangeClosed(0, LAST)
                .mapToObj(window -> spoken(window, window < FIRST ? 1 : 6))
                .toList();
    }

    /** What was learnt stays at one of a thousand. */
    private static TermEvent spoken(long window, int people) {
        Counted counted = new Counted(people, people, 1, people);
        TermEvent event = first(window, counted);
        return new TermEvent(
                TermEvent.DUE,
                event.window(),
                event.decided(),
                counted,
                new Learned(window + 1, people, people, false),
                0,
                0,
                0,
                false,
                null,
                0);
    }

    private TermStory story(long after, long throughWindow, Holes holes, Alarm alarm) {
        Interval interval = new Interval(after, Micros.of(decision(throughWindow)));
        return new TermStory(KEY, new ScoredTrends(exposure(holes), alarm, Mutes.NONE, interval), due);
    }

    private List<Row> told(Holes holes) {
        return told(events(), holes, CALIBRATED);
    }

    private List<Row> told(List<TermEvent> events, Holes holes, Alarm alarm) {
        TermStory story = story(Interval.NOTHING_DECIDED, LAST, holes, alarm);
        events.forEach(story::tell);
        story.end();
        return List.copyOf(due);
    }

    @Test
    void beginsATrendThatNoWindowTellsOfAlone() {
        List<Row> rows = told(Holes.NONE);

        assertThat(rows).isNotEmpty().allMatch(row -> row.getDouble(EVIDENCE) < THRESHOLD);
        Row start = rows.get(0);
        assertThat(start.getBoolean(ALARMED)).isTrue();
        assertThat(start.getLong(START)).isGreaterThan(FIRST * STEP);
        assertThat(start.getDouble(RISE)).isGreaterThanOrEqualTo(THRESHOLD);
        assertThat(start.getInt(RISE_WINDOWS)).isIn(2, 3, 5, 9, 16, 27);
    }

    @Test
    void tellsOfNoRunWhereNobodyKnowsHowOftenOneComesByChance() {
        assertThat(told(events(), Holes.NONE, new Alarm(SETTINGS))).isEmpty();
    }

    @Test
    void countsNoWindowThatAHoleTouches() {
        long alarmed = told(Holes.NONE).get(0).getLong(START);
        due.clear();

        List<Row> rows = told(hole(FIRST, alarmed / (double) STEP));

        assertThat(rows.stream().filter(row -> row.getBoolean(ALARMED)).map(row -> row.getLong(START)))
                .isNotEmpty()
                .allMatch(start -> start > alarmed);
    }

    @Test
    void isToldTheSameHoweverTheRunIsCut() {
        List<TermEvent> events = Stream.concat(
                        events().stream(),
                        Stream.of(
                                event(16, CORRECTION, new Counted(9, 9, 1, 9)),
                                event(19, CORRECTION, new Counted(2, 2, 1, 2))))
                .sorted(Comparator.comparingLong(TermEvent::decided))
                .toList();
        List<Row> all = told(events, Holes.NONE, CALIBRATED);

        List<Row> cut = new ArrayList<>();
        for (long window = 0; window <= LAST; window++) {
            due.clear();
            long after = window == 0 ? Interval.NOTHING_DECIDED : Micros.of(decision(window - 1));
            long through = Micros.of(decision(window));
            TermStory resumed = story(after, window, Holes.NONE, CALIBRATED);
            events.stream()
                    .filter(event -> event.decided() <= after && event.isFirstDecision(WIDTH))
                    .forEach(event -> resumed.tell(past(event)));
            cut.forEach(row -> resumed.tell(known(row)));
            events.stream()
                    .filter(event -> event.decided() > after && event.decided() <= through)
                    .forEach(resumed::tell);
            resumed.end();
            cut.addAll(due);
        }

        assertThat(cut).isEqualTo(all);
        assertThat(all).anyMatch(row -> row.getLong(OBSERVED) == 9 && row.getDouble(RISE) > THRESHOLD);
    }

    @Test
    void mixesNoCorrectionOfAnEarlierWindowIntoARise() {
        List<Row> uncorrected = told(Holes.NONE);
        due.clear();
        List<TermEvent> events = Stream.concat(
                        events().stream(), Stream.of(event(16, CORRECTION, new Counted(40, 40, 1, 40))))
                .sorted(Comparator.comparingLong(TermEvent::decided))
                .toList();

        List<Row> rows = told(events, Holes.NONE, CALIBRATED);

        Row newest = rows.get(rows.size() - 1);
        assertThat(newest.getDouble(RISE))
                .isEqualTo(uncorrected.get(uncorrected.size() - 1).getDouble(RISE));
    }

    @Test
    void readsAsFarBackAsTheLongestRunAndWhatItIsHeldAgainst() {
        long window = 10_000 * STEP;

        assertThat(DecidedCounts.since(Map.of(WIDTH, window)).oldest().get(WIDTH))
                .isLessThanOrEqualTo(window - 26 * STEP - Baseline.memory(WIDTH))
                .isLessThanOrEqualTo(window - 26 * STEP - Season.reach());
    }
}
