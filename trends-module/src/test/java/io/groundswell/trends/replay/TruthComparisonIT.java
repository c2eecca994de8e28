package io.groundswell.trends.replay;

import static io.groundswell.testing.Posts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.model.Term;
import io.groundswell.model.Trend;
import io.groundswell.table.Rows;
import io.groundswell.table.Schemas;
import io.groundswell.testing.SparkTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class TruthComparisonIT {
    private static final Duration WIDTH = Duration.ofMinutes(5);
    private static final PlantedTrend STORM =
            new PlantedTrend(Term.HASHTAG, "storm", NOON, NOON.plus(Duration.ofHours(1)), 3, List.of("heavy rain"));

    private static Trend trend(String kind, String term, Instant start, int minutesIn, boolean isAlarmed) {
        return trend(kind, term, start, minutesIn, isAlarmed, null);
    }

    private static Trend trend(
            String kind, String term, Instant start, int minutesIn, boolean isAlarmed, String story) {
        Instant window = start.plus(Duration.ofMinutes(minutesIn));
        return new Trend(
                window,
                300,
                "all",
                kind,
                term,
                window.plus(WIDTH).plusSeconds(10),
                start,
                term,
                20,
                20,
                1,
                9,
                20,
                0,
                0,
                isAlarmed,
                "emerging",
                9,
                1,
                story,
                null,
                null,
                6,
                null,
                List.of(),
                1);
    }

    private static TruthComparison compared(SparkSession spark, List<PlantedTrend> planted, Trend... trends) {
        Dataset<Row> rows =
                spark.createDataFrame(Arrays.stream(trends).map(Rows::of).toList(), Schemas.of(Trend.class));
        return TruthComparison.of(rows, planted);
    }

    @Test
    void findsAPlantByItsFirstAlarm(SparkSession spark) {
        Instant start = NOON.plus(WIDTH);

        TruthComparison compared = compared(
                spark,
                List.of(STORM),
                trend(Term.HASHTAG, "storm", start, 0, true),
                trend(Term.HASHTAG, "storm", start, 5, true),
                trend(Term.HASHTAG, "storm", start, 10, false));

        assertThat(compared).isEqualTo(new TruthComparison(1, 0, 0, List.of(10 + 10 / 60.0)));
    }

    @Test
    void countsCompanionsAndTheirWordsNeitherAsFoundNorAsFalse(SparkSession spark) {
        TruthComparison compared = compared(
                spark,
                List.of(STORM),
                trend(Term.PHRASE, "heavy rain", NOON, 0, true),
                trend(Term.WORD, "rain", NOON, 0, true),
                trend(Term.WORD, "storm", NOON, 0, true));

        assertThat(compared).isEqualTo(new TruthComparison(0, 1, 0, List.of()));
        assertThat(compared.medianDelayMinutes()).isEmpty();
    }

    @Test
    void callsAllOtherTrendsFalse(SparkSession spark) {
        Instant dayBefore = NOON.minus(Duration.ofDays(1));

        assertThat(compared(
                                spark,
                                List.of(STORM),
                                trend(Term.HASHTAG, "cake", NOON, 0, true),
                                trend(Term.HASHTAG, "cake", NOON, 5, true),
                                trend(Term.HASHTAG, "storm", dayBefore, 0, true))
                        .falseTrends())
                .isEqualTo(2);
    }

    @Test
    void callsNoTrendFalseThatBeganInThePlantsStoryInItsTime(SparkSession spark) {
        Instant dayAfter = NOON.plus(Duration.ofDays(1));

        assertThat(compared(
                                spark,
                                List.of(STORM),
                                trend(Term.HASHTAG, "storm", NOON, 0, true, "s1"),
                                trend(Term.WORD, "flood", NOON, 5, true, "s1"),
                                trend(Term.WORD, "cake", NOON, 5, true, "s2"),
                                trend(Term.WORD, "wind", dayAfter, 0, true, "s1"))
                        .falseTrends())
                .isEqualTo(2);
    }

    @Test
    void tellsTheMedianDelay() {
        assertThat(new TruthComparison(3, 0, 0, List.of(9.0, 1.0, 2.0)).medianDelayMinutes())
                .hasValue(2);
        assertThat(new TruthComparison(2, 0, 0, List.of(9.0, 1.0)).medianDelayMinutes())
                .hasValue(5);
    }

    @Test
    void comparesNothingWithNothing(SparkSession spark) {
        assertThat(compared(spark, List.of())).isEqualTo(new TruthComparison(0, 0, 0, List.of()));
    }
}
