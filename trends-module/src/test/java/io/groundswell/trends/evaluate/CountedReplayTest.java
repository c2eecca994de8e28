package io.groundswell.trends.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.job.PlatformException;
import org.junit.jupiter.api.Test;

class CountedReplayTest {
    private static final int HOUR = 3600;
    private static final long STEP = 3_600_000_000L;
    private static final long START = 100 * STEP;
    private static final TermName STORM = new TermName("hashtag", "storm");
    private static final TermName QUAKE = new TermName("hashtag", "quake");

    private static CountedReplay ofFourWindows(long memory) {
        CountedReplay replay = new CountedReplay(HOUR, START, 4, window -> window == START + 2 * STEP, memory);
        for (int window = -1; window <= 4; window++) {
            replay.total(START + window * STEP, 10L + window);
        }
        return replay;
    }

    private static void count(CountedReplay replay, TermName name, int window) {
        replay.count(name, START + window * STEP, 5L + window, 6, 2, 4);
    }

    @Test
    void putsCountsIntoTheirWindows() {
        CountedReplay replay = ofFourWindows(1 << 20);
        count(replay, STORM, 0);
        count(replay, STORM, 3);
        count(replay, QUAKE, 1);
        Replay built = replay.build();

        assertThat(built.start()).isEqualTo(START);
        assertThat(built.authors()).containsExactly(10, 11, 0, 13);
        assertThat(built.series()).extracting(TermSeries::name).containsExactly(QUAKE, STORM);
        TermSeries storm = built.series().get(1);
        assertThat(storm.windows()).containsExactly(0, 3);
        assertThat(storm.authors()).containsExactly(5, 8);
        assertThat(storm.posts()).containsExactly(6, 6);
        assertThat(storm.topAuthorPosts()).containsExactly(2, 2);
        assertThat(storm.texts()).containsExactly(4, 4);
    }

    @Test
    void leavesOutMaskedWindowsAndThoseOutside() {
        CountedReplay replay = ofFourWindows(1 << 20);
        for (int window = -1; window <= 4; window++) {
            count(replay, STORM, window);
        }

        assertThat(replay.build().series()).singleElement().satisfies(series -> assertThat(series.windows())
                .containsExactly(0, 1, 3));
    }

    @Test
    void refusesMoreCountsThanFitIntoMemory() {
        CountedReplay replay = ofFourWindows(200);
        count(replay, STORM, 0);
        count(replay, STORM, 1);

        assertThatThrownBy(() -> count(replay, STORM, 3))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("GROUNDSWELL_MEMORY")
                .hasMessageContaining("calibration.days");
    }
}
