package io.groundswell.trends.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.count.Decisions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class SeriesEvidenceTest {
    private static final int WIDTH = 3600;
    private static final TermKey KEY = new TermKey(WIDTH, Totals.SCOPE, "hashtag", "storm");
    private static final int WINDOWS = 24 * 12;
    private static final StructType COUNT = new StructType()
            .add("window", DataTypes.LongType)
            .add("decided", DataTypes.LongType)
            .add("posts", DataTypes.LongType)
            .add("authors", DataTypes.LongType)
            .add("top_author_posts", DataTypes.LongType)
            .add("texts", DataTypes.IntegerType)
            .add("learned", DataTypes.DoubleType)
            .add("capped_since", DataTypes.LongType);

    private final SplittableRandom random = new SplittableRandom(11);
    private final TrendSettings settings = TrendSettings.DEFAULT;
    private final int[] scope = new int[WINDOWS];
    private final List<Integer> windows = new ArrayList<>();
    private final List<Integer> authors = new ArrayList<>();

    /** A tag that comes each morning, is there at other times, bursts twice and rises slowly once. */
    private void draw() {
        for (int window = 0; window < WINDOWS; window++) {
            scope[window] = 300 + random.nextInt(200);
            boolean isMorning = window % 24 == 7;
            boolean isBurst = window == 100 || window == 101 || window == 250;
            int usual = isMorning ? 15 + random.nextInt(10) : random.nextInt(3);
            int slowly = window > 180 && window <= 190 ? window - 176 : 0;
            int count = isBurst ? 60 : usual + slowly;
            if (count > 0) {
                windows.add(window);
                authors.add(count);
            }
        }
    }

    private static long start(int window) {
        return window * Decisions.widthMicros(WIDTH);
    }

    private static Row count(Object... values) {
        return new GenericRowWithSchema(values, COUNT);
    }

    /** Fewer than authors: it is the voices that are scored. */
    private static int texts(int authors) {
        return Math.min(authors, Math.max(3, authors * 2 / 3));
    }

    private Exposure exposure() {
        List<Row> totals = new ArrayList<>();
        for (int window = 0; window < WINDOWS; window++) {
            totals.add(Totals.first(WIDTH, start(window), scope[window]));
        }
        return new Exposure(Holes.NONE).plus(totals);
    }

    private List<Row> counts(Exposure exposure) {
        Learner learner = new Learner(WIDTH, 0, 0, null);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            long window = start(windows.get(i));
            long count = authors.get(i);
            learner.learn(
                    window,
                    count,
                    exposure.before(WIDTH, Totals.SCOPE, window),
                    exposure.isKnown(WIDTH, Totals.SCOPE, window, settings.minExposure()),
                    scope[windows.get(i)]);
            rows.add(count(
                    window,
                    Decisions.first(window, WIDTH),
                    count,
                    count,
                    1L,
                    texts(Math.toIntExact(count)),
                    learner.learned(),
                    learner.cappedSince()));
        }
        return rows;
    }

    @Test
    void isWhatTheTablesAreScoredWith() {
        draw();
        Exposure exposure = exposure();
        TermScores scores = new TermScores(KEY, exposure, StoryEvents.calibrated(settings, KEY), counts(exposure));
        int[] counts = ints(authors);
        int[] texts = ints(authors.stream().map(SeriesEvidenceTest::texts).toList());
        int[] ones = ints(authors.stream().map(count -> 1).toList());

        double[] evidence =
                new SeriesEvidence(WIDTH, 0, scope, settings).of(ints(windows), counts, counts, ones, texts);

        int alarms = 0;
        int rises = 0;
        for (int i = 0; i < evidence.length; i++) {
            TermScores.Score score = scores.of(start(windows.get(i)), Long.MAX_VALUE);
            boolean isNotable = score.unmet().stream().allMatch(unmet -> unmet == Condition.EVIDENCE);
            assertThat(evidence[i])
                    .as("window %d", windows.get(i))
                    .isCloseTo(isNotable ? score.strongest() : 0, within(1e-9));
            alarms += evidence[i] > 0 ? 1 : 0;
            rises += score.rise().evidence() > score.evidence() ? 1 : 0;
        }
        assertThat(alarms).isGreaterThan(5);
        assertThat(rises).isGreaterThan(3);
    }

    private static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
