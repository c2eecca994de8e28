package io.groundswell.trends.score;

import static io.groundswell.trends.score.StoryEvents.ALARMED;
import static io.groundswell.trends.score.StoryEvents.CORRECTION;
import static io.groundswell.trends.score.StoryEvents.COVERAGE;
import static io.groundswell.trends.score.StoryEvents.DECIDED;
import static io.groundswell.trends.score.StoryEvents.EXPECTED;
import static io.groundswell.trends.score.StoryEvents.KEY;
import static io.groundswell.trends.score.StoryEvents.SECOND_CORRECTION;
import static io.groundswell.trends.score.StoryEvents.SHOWN;
import static io.groundswell.trends.score.StoryEvents.START;
import static io.groundswell.trends.score.StoryEvents.STEP;
import static io.groundswell.trends.score.StoryEvents.WIDTH;
import static io.groundswell.trends.score.StoryEvents.decision;
import static io.groundswell.trends.score.StoryEvents.event;
import static io.groundswell.trends.score.StoryEvents.exposure;
import static io.groundswell.trends.score.StoryEvents.first;
import static io.groundswell.trends.score.StoryEvents.hole;
import static io.groundswell.trends.score.StoryEvents.known;
import static io.groundswell.trends.score.StoryEvents.past;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.model.RuleChange;
import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.count.Interval;
import io.groundswell.trends.rule.Mutes;
import io.groundswell.trends.rule.Rules;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class TermStoryTest {
    private static final Counted BURST = new Counted(40, 40, 1, 40);

    private final Deque<Row> due = new ArrayDeque<>();

    private TermStory story(long throughWindow) {
        return story(Interval.NOTHING_DECIDED, throughWindow);
    }

    private TermStory story(long after, long throughWindow) {
        return story(after, throughWindow, Mutes.NONE);
    }

    private TermStory story(long after, long throughWindow, Mutes mutes) {
        return story(after, throughWindow, mutes, Holes.NONE);
    }

    private TermStory story(long after, long throughWindow, Mutes mutes, Holes holes) {
        Interval interval = new Interval(after, Decisions.first(throughWindow * STEP, WIDTH));
        return new TermStory(
                KEY, new ScoredTrends(exposure(holes), new Alarm(TrendSettings.DEFAULT), mutes, interval), due);
    }

    /** The term is muted from the first decision of a window on to before that of another. */
    private static Mutes muted(long window, long until) {
        RuleChange begin = new RuleChange(
                "r1", "mute", "hashtag", null, "storm", null, null, null, decision(window), false, Instant.EPOCH);
        RuleChange end = new RuleChange(
                "r1", "mute", "hashtag", null, "storm", null, null, null, decision(until), true, Instant.EPOCH);
        return Rules.of(List.of(begin, end)).mutes();
    }

    private static List<String> muting(Deque<Row> rows) {
        return rows.stream()
                .map(row -> row.getLong(4) / STEP + " " + row.getString(13) + " " + row.getBoolean(ALARMED) + " "
                        + row.getString(15))
                .toList();
    }

    private static List<String> brief(Deque<Row> rows) {
        return rows.stream()
                .map(row -> row.getLong(4) / STEP + " " + row.getLong(8) + " " + row.getString(13))
                .toList();
    }

    @Test
    void raisesNoAlarmInAMaskedWindow() {
        TermStory story = story(Interval.NOTHING_DECIDED, 9, Mutes.NONE, hole(4.5, 6.25));
        story.tell(first(5, BURST));
        story.tell(first(6, BURST));
        story.tell(event(6, CORRECTION, BURST));
        story.end();
        assertThat(due).isEmpty();

        story = story(Interval.NOTHING_DECIDED, 9, Mutes.NONE, hole(4.5, 6.25));
        story.tell(first(3, BURST));
        story.tell(first(6, BURST));
        story.end();
        assertThat(due.stream()
                        .map(row ->
                                row.getLong(4) / STEP + " " + row.getBoolean(ALARMED) + " " + row.getDouble(COVERAGE)))
                .startsWith("3 true 1.0", "4 false 0.5", "5 false 0.0", "6 false 0.75", "7 false 1.0");
    }

    @Test
    void livesThroughEmptyWindowsUntilItIsOver() {
        TermStory story = story(29);
        story.tell(first(5, BURST));
        story.end();

        assertThat(brief(due))
                .hasSize(13)
                .startsWith("5 40 emerging", "6 0 fading")
                .endsWith("16 0 fading", "17 0 over");
        assertThat(due).allMatch(row -> row.getLong(6) == 5 * STEP);
    }

    @Test
    void livesNoFurtherThanIsDecided() {
        TermStory story = story(7);
        story.tell(first(5, BURST));
        story.end();

        assertThat(brief(due)).containsExactly("5 40 emerging", "6 0 fading", "7 0 fading");
    }

    @Test
    void endsATrendThatIsMutedAndTellsOnlyWhatWouldHaveAlarmed() {
        TermStory story = story(Interval.NOTHING_DECIDED, 29, muted(6, 10));
        story.tell(first(5, BURST));
        story.tell(first(6, BURST));
        story.tell(first(7, new Counted(3, 3, 1, 3)));
        story.tell(first(8, BURST));
        story.end();

        assertThat(muting(due)).containsExactly("5 emerging true null", "6 over false r1", "8 over false r1");
    }

    @Test
    void startsAnotherTrendOnceTheTermIsNoLongerMuted() {
        TermStory story = story(Interval.NOTHING_DECIDED, 8, muted(5, 7));
        story.tell(first(5, BURST));
        story.tell(first(7, BURST));
        story.end();

        assertThat(muting(due)).containsExactly("5 over false r1", "7 emerging true null", "8 fading false null");
        assertThat(due.getLast().getLong(START)).isEqualTo(7 * STEP);
    }

    @Test
    void correctsAWindowByTheRulesOfTheLaterDecision() {
        TermStory story = story(Interval.NOTHING_DECIDED, 29, muted(6, 29));
        story.tell(first(5, BURST));
        story.tell(event(5, CORRECTION, new Counted(38, 38, 1, 38)));
        story.end();

        assertThat(muting(due)).containsExactly("5 emerging true null", "6 over false r1", "5 over false r1");
    }

    @Test
    void tellsTheSameOfAMutedTermWhenItGoesOnFromItsRows() {
        Mutes mutes = muted(6, 9);
        TermStory whole = story(Interval.NOTHING_DECIDED, 20, mutes);
        List<TermEvent> events = List.of(first(5, BURST), first(6, BURST), first(8, BURST), first(12, BURST));
        events.forEach(whole::tell);
        whole.end();
        List<String> inOne = muting(due);

        List<Row> told = new ArrayList<>();
        for (long window = 5; window <= 20; window++) {
            due.clear();
            TermStory resumed = story(Decisions.first((window - 1) * STEP, WIDTH), window, mutes);
            told.forEach(row -> resumed.tell(known(row)));
            long now = window * STEP;
            events.stream().filter(event -> event.window() == now).forEach(resumed::tell);
            resumed.end();
            told.addAll(due);
        }

        assertThat(muting(new ArrayDeque<>(told))).isEqualTo(inOne);
    }

    @Test
    void isSilentAboutATermThatNeverAlarms() {
        TermStory story = story(29);
        story.tell(first(5, new Counted(3, 3, 1, 3)));
        story.end();

        assertThat(due).isEmpty();
    }

    @Test
    void goesOnFromItsRowsAsIfItHadNeverStopped() {
        TermStory whole = story(29);
        whole.tell(first(5, BURST));
        whole.tell(first(7, new Counted(90, 90, 1, 60)));
        whole.end();
        List<Row> all = List.copyOf(due);
        due.clear();

        TermStory resumed = story(all.get(3).getLong(DECIDED), 29);
        all.subList(0, 4).forEach(row -> resumed.tell(known(row)));
        resumed.end();

        assertThat(List.copyOf(due)).isEqualTo(all.subList(4, all.size()));
    }

    @Test
    void startsAnotherTrendAfterOneIsOver() {
        TermStory story = story(29);
        story.tell(first(5, BURST));
        story.tell(first(20, BURST));
        story.end();

        assertThat(due.stream().map(row -> row.getLong(6) / STEP).distinct()).containsExactly(5L, 20L);
    }

    @Test
    void recedesWithTheNextDecisionOnceItsPostsAreTakenBack() {
        TermStory story = story(29);
        story.tell(first(5, BURST));
        story.tell(event(5, CORRECTION, new Counted(2, 2, 1, 2)));
        story.end();

        assertThat(brief(due)).containsExactly("5 40 emerging", "6 0 fading", "5 2 over", "7 0 over");
        List<Row> rows = List.copyOf(due);
        assertThat(rows.get(2).getBoolean(ALARMED)).isFalse();
        assertThat(rows.get(2).getDouble(EXPECTED)).isEqualTo(rows.get(0).getDouble(EXPECTED));
        assertThat(rows.get(1).getDouble(SHOWN)).isGreaterThan(10);
        assertThat(rows.get(3).getDouble(SHOWN)).isLessThan(3);
    }

    @Test
    void shrinksToWhatIsLeftOfIt() {
        TermStory story = story(8);
        story.tell(first(5, BURST));
        story.tell(first(6, new Counted(30, 30, 1, 30)));
        story.tell(event(5, CORRECTION, new Counted(20, 20, 1, 20)));
        story.tell(first(7, new Counted(16, 16, 1, 16)));
        story.tell(first(8, new Counted(31, 31, 1, 31)));
        story.end();

        assertThat(brief(due))
                .containsExactly("5 40 emerging", "6 30 emerging", "5 20 emerging", "7 16 peaking", "8 31 rising");
    }

    @Test
    void livesToItsEndWhereOnlyACorrectionAlarms() {
        TermStory story = story(29);
        story.tell(first(5, new Counted(3, 3, 1, 3)));
        story.tell(event(5, CORRECTION, BURST));
        story.end();

        assertThat(brief(due))
                .hasSize(12)
                .startsWith("5 40 emerging", "7 0 fading")
                .endsWith("16 0 fading", "17 0 over");
        assertThat(due).allMatch(row -> row.getLong(START) == 5 * STEP);
    }

    @Test
    void isOverAtOnceWhereItIsKnownTooLate() {
        TermStory story = story(29);
        story.tell(first(5, new Counted(3, 3, 1, 3)));
        story.tell(event(5, SECOND_CORRECTION, BURST));
        story.end();

        assertThat(brief(due)).containsExactly("5 40 over");
    }

    @Test
    void isOneTrendWhereACorrectionFindsThatItBeganEarlier() {
        TermStory story = story(18);
        story.tell(first(5, new Counted(3, 3, 1, 3)));
        story.tell(first(6, BURST));
        story.tell(event(5, CORRECTION, BURST));
        story.end();

        assertThat(brief(due))
                .startsWith("6 40 emerging", "5 40 emerging", "7 0 fading")
                .endsWith("18 0 over");
        assertThat(due).allMatch(row -> row.getLong(START) == 6 * STEP);
    }

    @Test
    void goesOnWhereACorrectionFindsThatItWasNotOver() {
        TermStory story = story(29);
        story.tell(first(5, BURST));
        story.tell(event(16, CORRECTION, BURST));
        story.end();

        assertThat(brief(due).subList(12, 15)).containsExactly("17 0 over", "16 40 peaking", "18 0 fading");
        assertThat(brief(due)).endsWith("27 0 fading", "28 0 over");
        assertThat(due).allMatch(row -> row.getLong(START) == 5 * STEP);
    }

    @Test
    void goesOnFromItsRowsWhereverItStopped() {
        List<TermEvent> events = Stream.of(
                        first(3, new Counted(3, 3, 1, 3)),
                        first(5, BURST),
                        event(3, CORRECTION, BURST),
                        first(6, BURST),
                        first(7, new Counted(9, 9, 1, 9)),
                        event(5, CORRECTION, new Counted(1, 1, 1, 1)),
                        first(8, BURST),
                        event(6, CORRECTION, Counted.NONE),
                        event(8, CORRECTION, new Counted(2, 2, 1, 2)),
                        event(3, SECOND_CORRECTION, Counted.NONE))
                .sorted(Comparator.comparingLong(TermEvent::decided))
                .toList();
        TermStory whole = story(29);
        events.forEach(whole::tell);
        whole.end();
        List<Row> all = List.copyOf(due);

        for (int told = 1; told < all.size(); told++) {
            long after = all.get(told - 1).getLong(DECIDED);
            due.clear();
            TermStory resumed = story(after, 29);
            events.stream()
                    .filter(event -> event.decided() <= after && event.isFirstDecision(WIDTH))
                    .forEach(event -> resumed.tell(past(event)));
            all.subList(0, told).forEach(row -> resumed.tell(known(row)));
            events.stream().filter(event -> event.decided() > after).forEach(resumed::tell);
            resumed.end();
            assertThat(List.copyOf(due)).as("after %d rows", told).isEqualTo(all.subList(told, all.size()));
        }
        assertThat(all).hasSizeGreaterThan(10);
    }
}
