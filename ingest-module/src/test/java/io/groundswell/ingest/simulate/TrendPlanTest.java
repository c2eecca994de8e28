package io.groundswell.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.ingest.simulate.PlantedTrend.Shape;
import io.groundswell.ingest.simulate.PlantedTrend.Strength;
import io.groundswell.ingest.simulate.TrendPlan.PlannedPost;
import io.groundswell.ingest.simulate.language.World;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrendPlanTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private static TrendPlan plan(long posts, double rate, double trendsPerDay) {
        SimulationSettings settings = new SimulationSettings(posts, 3, START, rate, 0, 12, trendsPerDay, 1, "x");
        World world = new World(3, 12, (int) Math.max(1, posts / 8));
        return new TrendPlan(settings, world, new SplittableRandom(3));
    }

    @Test
    void plantsNothingInAShortStream() {
        assertThat(plan(10_000, 2.3, 12).trends()).isEmpty();
        assertThat(plan(10_000, 2.3, 12).posts()).isEmpty();
    }

    @Test
    void plantsOneAtLeastFromSixHoursOn() {
        assertThat(plan(30_000, 2.3, 0.1).trends()).hasSize(1);
    }

    @Test
    void plantsNothingWhereNoneIsAskedFor() {
        TrendPlan none = plan(200_000, 2.3, 0);

        assertThat(none.trends()).isEmpty();
        assertThat(none.bots()).isEmpty();
    }

    @Test
    void plansPostsInTheOrderOfTime() {
        assertThat(plan(200_000, 2.3, 12).posts())
                .extracting(PlannedPost::atMillis)
                .isSorted();
    }

    @Test
    void givesAStepTheStatedAuthorsInEachFiveMinutes() {
        TrendPlan plan = plan(200_000, 2.3, 12);
        PlantedTrend step = plan.trends().get(0);
        assertThat(step.strength()).isEqualTo(Strength.STRONG);
        assertThat(step.shape()).isEqualTo(Shape.STEP);

        for (int bin = 0; bin < 12; bin++) {
            long from = step.start().plus(Duration.ofMinutes(5L * bin)).toEpochMilli();
            long inBin = plan.posts().stream()
                    .filter(post -> post.plant() == 0 && post.atMillis() >= from && post.atMillis() < from + 300_000)
                    .map(PlannedPost::author)
                    .distinct()
                    .count();
            // 12 % of 690 posts in 5 minutes.
            assertThat(inBin).isBetween(81L, 85L);
        }
        assertThat(step.authorsPerBin()).isBetween(82.0, 83.5);
    }

    @Test
    void letsARampRise() {
        TrendPlan plan = plan(200_000, 2.3, 12);
        PlantedTrend ramp = plan.trends().get(1);
        assertThat(ramp.shape()).isEqualTo(Shape.RAMP);

        long half = ramp.start().plus(Shape.RAMP.length().dividedBy(2)).toEpochMilli();
        long early = plan.posts().stream()
                .filter(post -> post.plant() == 1 && post.atMillis() < half)
                .count();

        assertThat(early).isBetween(ramp.authors() / 4 - 2, ramp.authors() / 4 + 2);
    }

    @Test
    void neverTakesOverAThinStream() {
        TrendPlan plan = plan(3_000, 0.02, 24);

        assertThat(plan.trends()).hasSizeGreaterThan(30);
        assertThat(plan.posts()).hasSizeLessThan(3_000 / 3);
        assertThat(plan.bots()).isEmpty();
    }

    @Test
    void weightsTrendsByTheStream() {
        assertThat(Strength.WEAK.authorsPerBin(0.1)).isEqualTo(10);
        assertThat(Strength.WEAK.authorsPerBin(100)).isEqualTo(600);
    }
}
