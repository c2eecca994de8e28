package io.groundswell.trends.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.table.Micros;
import io.groundswell.trends.count.Decisions;
import java.time.Duration;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ExposureTest {
    private static final int WIDTH = 300;
    private static final long STEP = Decisions.widthMicros(WIDTH);
    private static final long DAY = Micros.of(Duration.ofDays(1));

    private static Row total(long window, long decided, long authors, Double learned) {
        return Totals.total(WIDTH, window, decided, authors, learned);
    }

    private static Row first(long window, long authors) {
        return Totals.first(WIDTH, window, authors);
    }

    @Test
    void sumsTheAuthorsOfThePastAndForgets() {
        Exposure exposure = new Exposure(Holes.NONE).plus(List.of(first(DAY, 30), first(0, 100)));

        assertThat(exposure.before(WIDTH, "all", 0)).isZero();
        assertThat(exposure.before(WIDTH, "all", DAY)).isCloseTo(50, within(1e-12));
        assertThat(exposure.before(WIDTH, "all", 2 * DAY)).isCloseTo(40, within(1e-12));
        assertThat(exposure.before(WIDTH, "language:de", DAY)).isZero();
    }

    @Test
    void goesOnFromWhatWasLearntBefore() {
        Exposure whole = new Exposure(Holes.NONE).plus(List.of(first(0, 100), first(STEP, 7), first(9 * STEP, 20)));
        Exposure resumed = new Exposure(Holes.NONE)
                .plus(List.of(total(STEP, Decisions.first(STEP, WIDTH), 7, whole.learned(WIDTH, "all", STEP))))
                .plus(List.of(first(9 * STEP, 20)));

        assertThat(resumed.learned(WIDTH, "all", 9 * STEP)).isEqualTo(whole.learned(WIDTH, "all", 9 * STEP));
    }

    @Test
    void learnsNothingFromAMaskedWindow() {
        Holes holes = new Holes(List.of(new Holes.Span(STEP + 1, STEP + 2)));
        Exposure masked = new Exposure(holes).plus(List.of(first(0, 100), first(STEP, 70)));
        Exposure silent = new Exposure(Holes.NONE).plus(List.of(first(0, 100)));

        assertThat(masked.before(WIDTH, "all", 2 * STEP))
                .isCloseTo(silent.before(WIDTH, "all", 2 * STEP), within(1e-9));
        assertThat(masked.authors(WIDTH, "all", STEP, 3 * STEP)).isEqualTo(70);
    }

    @Test
    void hasNoPastInAMaskedWindow() {
        Exposure masked = new Exposure(new Holes(List.of(new Holes.Span(1, STEP)))).plus(List.of(first(0, 2000)));
        Exposure seen = new Exposure(Holes.NONE).plus(List.of(first(0, 2)));

        assertThat(seen.isKnown(WIDTH, "all", 40 * STEP, 1000)).isTrue();
        assertThat(masked.isKnown(WIDTH, "all", 40 * STEP, 1000)).isFalse();
    }

    @Test
    void tellsTheAuthorsAsKnownAtAMoment() {
        long decided = Decisions.first(0, WIDTH);
        Exposure exposure = new Exposure(Holes.NONE).plus(List.of(first(0, 100), total(0, decided + STEP, 90, null)));

        assertThat(exposure.authors(WIDTH, "all", 0, decided)).isEqualTo(100);
        assertThat(exposure.authors(WIDTH, "all", 0, decided + STEP)).isEqualTo(90);
        assertThat(exposure.authors(WIDTH, "all", STEP, decided + STEP)).isZero();
    }

    @Test
    void learnsNothingFromALaterDecision() {
        Exposure exposure = new Exposure(Holes.NONE).plus(List.of(first(0, 100), total(STEP, 5 * STEP, 90, null)));

        assertThat(exposure.before(WIDTH, "all", 2 * STEP)).isEqualTo(Baseline.decayed(100, 0, 2 * STEP, WIDTH));
    }

    @Test
    void knowsABusyFeedByItsAuthorsAndAThinOneAfterThreeHours() {
        long threeHours = Micros.of(Duration.ofHours(3));
        Exposure busy = new Exposure(Holes.NONE).plus(List.of(first(0, 2000)));
        Exposure thin = new Exposure(Holes.NONE).plus(List.of(first(0, 2)));

        assertThat(busy.isKnown(WIDTH, "all", 0, 1000)).isFalse();
        assertThat(busy.isKnown(WIDTH, "all", STEP, 1000)).isTrue();
        assertThat(thin.isKnown(WIDTH, "all", threeHours - STEP, 1000)).isFalse();
        assertThat(thin.isKnown(WIDTH, "all", threeHours, 1000)).isTrue();
        assertThat(thin.isKnown(WIDTH, "all", Baseline.memory(WIDTH) + STEP, 1000))
                .isFalse();
    }
}
