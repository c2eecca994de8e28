package io.groundswell.trends.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.score.Alarm.Counted;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class TermStoryTest {
    private static final int WIDTH = 300;
    private static final long STEP = Decisions.widthMicros(WIDTH);
    private static final long CORRECTION = Decisions.micros(java.time.Duration.ofMinutes(10));
    private static final Counted BURST = new Counted(40, 40, 1, 40);
    private static final TermKey KEY = new TermKey(WIDTH, "all", "hashtag", "storm");

    private final Deque<Row> due = new ArrayDeque<>();

    /** A scope of 1000 authors in each of the first 30 windows. */
    private static Exposure exposure() {
        StructType schema = new StructType()
                .add("width", DataTypes.IntegerType)
                .add("scope", DataTypes.StringType)
                .add("window", DataTypes.LongType)
                .add("decided", DataTypes.LongType)
                .add("authors", DataTypes.LongType)
                .add("learned", DataTypes.DoubleType);
        List<Row> totals = new ArrayList<>();
        for (long window = 0; window < 30 * STEP; window += STEP) {
            totals.add(new GenericRowWithSchema(
                    new Object[] {WIDTH, "all", window, Decisions.first(window, WIDTH), 1000L, null}, schema));
        }
        return new Exposure().plus(totals);
    }

    private TermStory story(long throughWindow) {
        return new TermStory(
                KEY,
                new ScoredTrends(
                        exposure(), new Alarm(TrendSettings.DEFAULT), Decisions.first(throughWindow * STEP, WIDTH)),
                due);
    }

    private static TermEvent first(long window, Counted counted) {
        return event(window, 0, counted);
    }

    private static TermEvent event(long window, long later, Counted counted) {
        long decided = Decisions.first(window * STEP, WIDTH) + later;
        return new TermEvent(TermEvent.DUE, window * STEP, decided, counted, 0, 0, 0, 0, false, null, 0);
    }

    private static TermEvent known(Row row) {
        return new TermEvent(
                TermEvent.TREND,
                row.getLong(4),
                row.getLong(5),
                Counted.NONE,
                0,
                row.getLong(6),
                row.getLong(8),
                row.getDouble(10),
                row.getBoolean(12),
                row.getString(13),
                row.getDouble(14));
    }

    private static List<String> brief(Deque<Row> rows) {
        return rows.stream()
                .map(row -> row.getLong(4) / STEP + " " + row.getLong(8) + " " + row.getString(13))
                .toList();
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

        TermStory resumed = story(29);
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
    void keepsStateAndRankInACorrection() {
        TermStory story = story(5);
        story.tell(first(5, BURST));
        story.tell(event(5, CORRECTION, new Counted(2, 2, 1, 2)));
        story.end();

        Row before = due.removeFirst();
        Row after = due.removeFirst();
        assertThat(after.getBoolean(12)).isFalse();
        assertThat(after.getLong(8)).isEqualTo(2);
        assertThat(after.getString(13)).isEqualTo(before.getString(13));
        assertThat(after.getDouble(14)).isEqualTo(before.getDouble(14));
        assertThat(after.getDouble(9)).isEqualTo(before.getDouble(9));
    }

    @Test
    void showsAWindowThatOnlyItsCorrectionAlarms() {
        TermStory story = story(29);
        story.tell(first(5, new Counted(3, 3, 1, 3)));
        story.tell(event(5, CORRECTION, BURST));
        story.tell(event(5, 2 * CORRECTION, new Counted(3, 3, 1, 3)));
        story.end();

        assertThat(due.stream().map(row -> row.getBoolean(12))).containsExactly(true, false);
    }
}
