package io.groundswell.trends.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.score.Holes.Span;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HolesTest {
    private static final int WIDTH = 300;
    private static final long STEP = Decisions.widthMicros(WIDTH);

    private static Holes holes(Span... spans) {
        return new Holes(List.of(spans));
    }

    @Test
    void masksTheWindowsThatAHoleTouches() {
        Holes holes = holes(new Span(3 * STEP / 2, 3 * STEP));

        assertThat(holes.mask(WIDTH, 0)).isFalse();
        assertThat(holes.mask(WIDTH, STEP)).isTrue();
        assertThat(holes.mask(WIDTH, 2 * STEP)).isTrue();
        assertThat(holes.mask(WIDTH, 3 * STEP)).isFalse();
        assertThat(Holes.NONE.mask(WIDTH, 0)).isFalse();
    }

    @Test
    void tellsTheShareThatNoneTouches() {
        Holes holes = holes(
                new Span(8 * STEP, 9 * STEP),
                new Span(STEP / 4, STEP / 2),
                new Span(0, STEP / 4),
                new Span(1, STEP / 10));

        assertThat(holes.coverage(WIDTH, 0)).isCloseTo(0.5, within(1e-12));
        assertThat(holes.coverage(WIDTH, STEP)).isEqualTo(1);
        assertThat(holes.coverage(WIDTH, 8 * STEP)).isZero();
        assertThat(holes.coverage(10 * WIDTH, 0)).isCloseTo(0.85, within(1e-12));
    }

    @Test
    void masksTheWindowOfAHoleWithoutLength() {
        assertThat(holes(new Span(STEP, STEP)).mask(WIDTH, STEP)).isTrue();
    }

    @Test
    void masksAllBetweenTwoClocksThatDiffer() {
        Holes holes = holes(new Span(3 * STEP, STEP));

        assertThat(holes.mask(WIDTH, 0)).isFalse();
        assertThat(holes.mask(WIDTH, STEP)).isTrue();
        assertThat(holes.mask(WIDTH, 2 * STEP)).isTrue();
    }

    @Test
    void masksInASourceWhatItsOwnHolesTouchAndInOthersWhatAnyDoes() {
        Holes holes = Holes.of(Map.of("x", List.of(new Span(0, STEP)), "mastodon", List.of(new Span(STEP, 2 * STEP))));

        assertThat(holes.in("source:x").mask(WIDTH, 0)).isTrue();
        assertThat(holes.in("source:x").mask(WIDTH, STEP)).isFalse();
        assertThat(holes.in("source:bluesky").mask(WIDTH, 0)).isFalse();
        assertThat(holes.in("language:de").mask(WIDTH, 0)).isTrue();
        assertThat(holes.in("all").mask(WIDTH, STEP)).isTrue();
    }
}
