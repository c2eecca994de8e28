package io.groundswell.trends.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.trends.count.Decisions;
import org.junit.jupiter.api.Test;

class LearnerTest {
    private static final int WIDTH = 300;
    private static final long STEP = Decisions.widthMicros(WIDTH);
    private static final double DECAY = Math.pow(0.5, 300.0 / 86_400);

    private final Learner learner = new Learner(WIDTH, 0, 100, null);

    @Test
    void learnsWhatCouldBeExpectedInFull() {
        learner.learn(STEP, 12, 9000, true, 1000);

        assertThat(learner.learned()).isCloseTo(100 * DECAY + 12, within(1e-9));
        assertThat(learner.cappedSince()).isNull();
    }

    @Test
    void learnsABurstOnlyUpToTheCap() {
        learner.learn(STEP, 500, 9000, true, 1000);

        double before = 100 * DECAY;
        double mean = 1000 * (0.5 + before) / (1000 + 9000);
        assertThat(learner.learned())
                .isCloseTo(before + mean + 4 * Math.sqrt(mean + mean * mean / 8) + 1, within(1e-9));
        assertThat(learner.cappedSince()).isEqualTo(STEP);
    }

    @Test
    void forgetsAndLearnsNothingInAMaskedWindow() {
        learner.learn(STEP, 500, 9000, true, 1000);
        double learned = learner.learned();
        learner.pass(2 * STEP);
        assertThat(learner.learned()).isCloseTo(learned * DECAY, within(1e-9));
        assertThat(learner.cappedSince()).isNull();

        learner.learn(3 * STEP, 500, 9000, true, 1000);
        assertThat(learner.cappedSince()).isEqualTo(3 * STEP);
    }

    @Test
    void learnsTheNewNormalOnceCappedForTwoHours() {
        for (int window = 1; window <= 24; window++) {
            learner.learn(window * STEP, 100_000, 9000, true, 1000);
            assertThat(learner.learned()).isLessThan(100_000);
        }
        learner.learn(25 * STEP, 100_000, 9000, true, 1000);

        assertThat(learner.learned()).isGreaterThan(100_000);
        assertThat(learner.cappedSince()).isEqualTo(STEP);
    }

    @Test
    void startsTheTwoHoursAnewAfterAWindowWithoutTheTerm() {
        learner.learn(STEP, 100_000, 9000, true, 1000);
        learner.learn(3 * STEP, 100_000, 9000, true, 1000);

        assertThat(learner.cappedSince()).isEqualTo(3 * STEP);
    }

    @Test
    void learnsAllWhileTheScopeIsUnknown() {
        learner.learn(STEP, 500, 999, false, 1000);

        assertThat(learner.learned()).isCloseTo(100 * DECAY + 500, within(1e-9));
        assertThat(learner.cappedSince()).isNull();
    }
}
