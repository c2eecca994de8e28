package io.groundswell.trends.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.model.Term;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private static final int HOUR = 3600;
    private static final int DAYS = 4;
    private static final int WINDOWS = 24 * DAYS;
    private static final Oracle ORACLE = new Oracle(4, 5);

    private static Replay replay(TermSeries... series) {
        int[] scope = new int[WINDOWS];
        Arrays.fill(scope, 100);
        return new Replay(HOUR, 0, scope, List.of(series));
    }

    private static Plant plant(String tag, int from, int until) {
        return new Plant(
                new TermName(Term.HASHTAG, tag),
                Set.of("flood"),
                "strong step",
                Instant.ofEpochSecond((long) from * HOUR),
                Instant.ofEpochSecond((long) until * HOUR),
                Collections.nCopies(until - from, 0.5));
    }

    private static TermSeries at(String tag, int... windowsAndAuthors) {
        int[] authors = new int[WINDOWS];
        for (int i = 0; i < windowsAndAuthors.length; i += 2) {
            authors[windowsAndAuthors[i]] = windowsAndAuthors[i + 1];
        }
        return SeriesOf.authors(tag, authors);
    }

    private static Judgement judged(List<Plant> plants, double threshold, TermSeries... series) {
        return Judgement.of(ScoredReplay.of(replay(series), new PlainCounts()), plants, ORACLE, threshold, 0);
    }

    @Test
    void countsTheExcessFromTheFirstFeasibleWindow() {
        // P[X ≥ 5] of 0.5 is 10^−3.76 and not feasible, of 6 it is 10^−4.85
        Judgement judgement = judged(List.of(plant("storm", 10, 20)), 9, at("storm", 10, 5, 11, 6, 13, 9));

        assertThat(judgement.recall()).isEqualTo(1);
        assertThat(judgement.excess(0.5)).isEqualTo(2);
        assertThat(judgement.falseEpisodes()).isEmpty();
        assertThat(judgement.precision()).isEqualTo(1);
    }

    @Test
    void tellsWhatIsMissedAndWhatIsFalse() {
        List<Plant> plants = List.of(plant("storm", 10, 20), plant("quake", 30, 40));
        Judgement judgement =
                judged(plants, 9, at("storm", 10, 9, 50, 9), at("quake", 30, 8), at("flood", 12, 9), at("calm", 12, 9));

        assertThat(judgement.recall()).isEqualTo(0.5);
        assertThat(judgement.falseEpisodes())
                .extracting(episode -> episode.name().term() + " " + episode.first())
                .containsExactly("calm 12", "storm 50");
        assertThat(judgement.precision()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(judgement.falseADay()).isEqualTo(2.0 / DAYS);
        assertThat(judgement.excessOrMissed(1)).isEqualTo(10);
    }

    @Test
    void judgesNoPlantOfTheTimeOfLearning() {
        Judgement judgement = Judgement.of(
                ScoredReplay.of(replay(at("storm", 10, 9, 11, 9)), new PlainCounts()),
                List.of(plant("storm", 10, 20)),
                ORACLE,
                9,
                11);
        assertThat(judgement.outcomes()).isEmpty();
        assertThat(judgement.falseEpisodes()).isEmpty();
    }

    @Test
    void findsTheThresholdOfARate() {
        TermSeries[] series = {at("a", 5, 10), at("b", 30, 20), at("c", 60, 30), at("d", 80, 40), at("e", 90, 50)};
        List<ScoredReplay> nulls = List.of(ScoredReplay.of(replay(series), new PlainCounts()));

        Calibration calibration = Calibration.of(nulls, 0, 0.5, 0);

        assertThat(calibration.falseAlarmsADay()).isEqualTo(0.5);
        assertThat(calibration.threshold()).isGreaterThan(30).isLessThanOrEqualTo(40);
        assertThat(calibration.checkedOn(nulls, 0)).isEqualTo(0.5);
        assertThat(Calibration.of(nulls, 0, 100, 1).threshold()).isEqualTo(1);
    }

    @Test
    void raisesNoAlarmWithoutAScore() {
        TermSeries quiet = at("quiet", 5, 3);
        TrendScorer silent = new TrendScorer() {
            @Override
            public String name() {
                return "silent";
            }

            @Override
            public Scoring of(Replay replay) {
                return series -> new double[series.size()];
            }
        };
        List<ScoredReplay> nulls = List.of(ScoredReplay.of(replay(quiet), silent));

        assertThat(Calibration.of(nulls, 0, 1, 0)).isEqualTo(new Calibration(0, 0));
        assertThat(Episode.of(quiet, new double[] {0}, 0, 3)).isEmpty();
    }

    @Test
    void isNotFoundByAnAlarmThatWasThereBefore() {
        Judgement judgement = judged(List.of(plant("storm", 10, 20)), 5, at("storm", 8, 6, 9, 6, 10, 9, 11, 9));

        assertThat(judgement.recall()).isZero();
        assertThat(judgement.falseEpisodes()).isEmpty();
    }

    @Test
    void shiftsEachTermByItsOwnNumberOfWholeDays() {
        TermSeries[] series = new TermSeries[20];
        for (int i = 0; i < series.length; i++) {
            series[i] = at("tag" + i, 10, 5, 90, 9);
        }
        Replay shifted = new NullReplays(3).shifted(replay(series), 0);

        assertThat(shifted.authors()).isEqualTo(replay().authors());
        assertThat(shifted.series()).allSatisfy(its -> {
            assertThat(its.windows()).isSorted();
            assertThat(Arrays.stream(its.windows()).map(window -> window % 24).sorted())
                    .containsExactly(10, 18);
            assertThat(Arrays.stream(its.authors()).sorted()).containsExactly(5, 9);
        });
        assertThat(shifted.series().stream().map(its -> its.windows()[0]).distinct())
                .hasSizeGreaterThan(1);
    }

    @Test
    void shiftsNothingIntoAHole() {
        int[] scope = new int[WINDOWS + 24];
        Arrays.fill(scope, 100);
        Arrays.fill(scope, 24, 48, 0);
        TermSeries[] series = new TermSeries[20];
        for (int i = 0; i < series.length; i++) {
            series[i] = at("tag" + i, 10, 5, 90, 9);
        }
        Replay shifted = new NullReplays(3).shifted(new Replay(HOUR, 0, scope, List.of(series)), 0);

        assertThat(shifted.windows()).isEqualTo(WINDOWS);
        assertThat(shifted.authors()).containsOnly(100);
        assertThat(shifted.series()).allSatisfy(its -> assertThat(its.size()).isEqualTo(2));
    }

    @Test
    void shiftsNothingIntoAWindowInWhichNobodyWrote() {
        int[] scope = new int[WINDOWS];
        Arrays.fill(scope, 100);
        scope[10] = 0;
        TermSeries[] series = new TermSeries[20];
        for (int i = 0; i < series.length; i++) {
            series[i] = at("tag" + i, 34, 5, 90, 9);
        }
        Replay shifted = new NullReplays(3).shifted(new Replay(HOUR, 0, scope, List.of(series)), 0);

        assertThat(shifted.series()).extracting(TermSeries::size).contains(1, 2);
        assertThat(shifted.series())
                .allSatisfy(its -> assertThat(Arrays.stream(its.windows())).doesNotContain(10));
    }

    @Test
    void needsThreeDaysToShift() {
        int[] scope = new int[60];
        Arrays.fill(scope, 100);
        Replay twoDays = new Replay(HOUR, 0, scope, List.of());
        assertThatThrownBy(() -> new NullReplays(1).shifted(twoDays, 0)).hasMessageContaining("at least 3 whole days");
    }
}
