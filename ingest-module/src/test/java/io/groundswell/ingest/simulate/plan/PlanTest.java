package io.groundswell.ingest.simulate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.ingest.simulate.language.World;
import io.groundswell.ingest.simulate.plan.Plan.Extent;
import io.groundswell.ingest.simulate.plan.Planted.Recurrence;
import io.groundswell.ingest.simulate.plan.Planted.Swarm;
import io.groundswell.ingest.simulate.plan.PoissonLaw.Cell;
import io.groundswell.ingest.simulate.profile.Curve;
import io.groundswell.ingest.simulate.profile.Profile;
import io.groundswell.ingest.simulate.profile.Profiles;
import io.groundswell.ingest.simulate.profile.Shape;
import io.groundswell.ingest.simulate.profile.Strength;
import io.groundswell.job.PlatformException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z"); // a Sunday
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final long WEEK_OF_POSTS = 700_000;
    private static final Plan TRENDS = plan("trends", WEEK_OF_POSTS, 7, 3);

    private static Plan plan(String profile, long posts, double days, long seed) {
        Profile named = Profiles.named(profile).orElseThrow();
        Rhythm unit = new Rhythm(START.toEpochMilli(), 1, named.flow().weekly());
        Rhythm rhythm = new Rhythm(
                START.toEpochMilli(),
                posts / unit.posts(days * 86_400),
                named.flow().weekly());
        int authors = (int) Math.max(1, posts / Math.max(1, (long) days) / 8);
        World world = new World(seed, 12, authors, named.mix());
        return Plan.of(new Extent(rhythm, posts), named.planting(), world, new SplittableRandom(seed));
    }

    private static List<PlannedPost> postsOf(Plan plan, String term) {
        return plan.posts().stream()
                .filter(post -> plan.plants().get(post.plant()).tag().term().equals(term))
                .toList();
    }

    /** The posts of the trend alone, without those of its base. */
    private static List<PlannedPost> postsOf(Plan plan, PlantedTrend trend) {
        return postsOf(plan, trend.term()).stream()
                .filter(post -> plan.plants().get(post.plant()).words().stream()
                        .anyMatch(word -> trend.words().contains(word.text())))
                .toList();
    }

    private static long within(List<PlannedPost> posts, Instant from, Instant until) {
        return posts.stream()
                .filter(post -> post.atMillis() >= from.toEpochMilli() && post.atMillis() < until.toEpochMilli())
                .count();
    }

    @Test
    void plantsNothingInAShortStream() {
        Plan plan = plan("day", 10_000, 10_000 / 2.3 / 86_400, 3);

        assertThat(plan.planted()).isEqualTo(Planted.NOTHING);
        assertThat(plan.posts()).isEmpty();
    }

    @Test
    void plantsNoTrendWhereTheProfileHasNone() {
        assertThat(plan("null", 100_000, 7, 3).planted()).isEqualTo(Planted.NOTHING);
        assertThat(plan("weeks", WEEK_OF_POSTS, 7, 3).planted().trends()).isEmpty();
    }

    @Test
    void plansPostsInTheOrderOfTime() {
        assertThat(TRENDS.posts()).extracting(PlannedPost::atMillis).isSorted();
    }

    @Test
    void plantsEachStrengthInEachShapeOnceADay() {
        Map<String, Long> perKind = TRENDS.planted().trends().stream()
                .collect(Collectors.groupingBy(
                        trend -> trend.strength().name() + " " + trend.shape(), Collectors.counting()));

        assertThat(perKind).hasSize(16).allSatisfy((kind, count) -> assertThat(count)
                .isEqualTo(7));
    }

    @Test
    void isAsStrongWithAnySeedAndNumberOfPosts() {
        Function<Plan, List<Strength>> strengths = plan ->
                plan.planted().trends().stream().map(PlantedTrend::strength).toList();
        Plan dense = plan("trends", 2 * WEEK_OF_POSTS, 7, 9);

        assertThat(strengths.apply(dense)).isEqualTo(strengths.apply(TRENDS));
        assertThat(dense.planted().bases())
                .extracting(Planted.BaseTerm::authors)
                .isEqualTo(TRENDS.planted().bases().stream()
                        .map(Planted.BaseTerm::authors)
                        .toList());
        double expected = TRENDS.planted().trends().stream()
                .mapToDouble(trend -> trend.strength().peak() * trend.shape().windows())
                .sum();
        for (Plan plan : List.of(TRENDS, dense)) {
            long seen = plan.planted().trends().stream()
                    .mapToLong(PlantedTrend::authors)
                    .sum();
            assertThat(new Cell(expected, seen)).matches(PoissonLaw::holds);
        }
    }

    @Test
    void givesEachShapeItsAuthorsInEachWindow() {
        for (Shape shape : List.of(Shape.STEP, Shape.BURST, Shape.PULSE, Shape.SLOW_RISE)) {
            List<Cell> cells = new ArrayList<>();
            for (PlantedTrend trend : TRENDS.planted().trends()) {
                if (trend.shape() == shape) {
                    addCells(trend, cells);
                }
            }
            assertThat(cells).hasSizeGreaterThan(50).allMatch(PoissonLaw::holds);
            assertThat(PoissonLaw.dispersion(cells)).as(shape.toString()).isBetween(-5.0, 5.0);
        }
    }

    /** The expectation is made anew from the rate in the middle of each window, as the shape's Javadoc gives it. */
    private static void addCells(PlantedTrend trend, List<Cell> cells) {
        double windows = (double) trend.shape().length().toMillis() / WINDOW.toMillis();
        List<PlannedPost> posts = postsOf(TRENDS, trend);
        for (int window = 0; window < windows; window++) {
            double passed = (window + 0.5) / windows;
            double height =
                    switch (trend.shape()) {
                        case STEP, PULSE -> 1;
                        case RAMP, SLOW_RISE -> passed;
                        case BURST -> Math.pow(2, -6 * passed);
                    };
            Instant from = trend.start().plus(WINDOW.multipliedBy(window));
            long seen = within(posts, from, from.plus(WINDOW));
            cells.add(new Cell(trend.strength().peak() * height, seen));
        }
    }

    @Test
    void givesEachTrendDifferentAuthorsWhoPostOnce() {
        for (PlantedTrend trend : TRENDS.planted().trends()) {
            List<PlannedPost> posts = postsOf(TRENDS, trend);

            assertThat(posts).hasSize((int) trend.authors());
            assertThat(posts).extracting(PlannedPost::author).doesNotHaveDuplicates();
            assertThat(within(posts, trend.start(), trend.end())).isEqualTo(posts.size());
        }
    }

    @Test
    void usesBasesAllTheTimeAtTheRhythmOfDayAndWeek() {
        Rhythm rhythm = new Rhythm(START.toEpochMilli(), 1, 0.15);
        Plan weeks = plan("weeks", WEEK_OF_POSTS, 7, 3);
        List<Cell> cells = new ArrayList<>();
        for (Planted.BaseTerm base : weeks.planted().bases()) {
            List<PlannedPost> posts = postsOf(weeks, base.term());
            for (int hour = 0; hour < 7 * 24; hour++) {
                Instant from = START.plus(Duration.ofHours(hour));
                double expected = base.authors() * 12 * rhythm.factor(hour * 3_600 + 1_800);
                cells.add(new Cell(expected, within(posts, from, from.plus(Duration.ofHours(1)))));
            }
        }

        assertThat(weeks.planted().bases()).hasSize(24);
        assertThat(cells).allMatch(PoissonLaw::holds);
        assertThat(PoissonLaw.dispersion(cells)).isBetween(-5.0, 5.0);
    }

    @Test
    void letsTrendsRiseFromTheBasesThatTheirStrengthsSay() {
        Map<String, Double> bases = TRENDS.planted().bases().stream()
                .collect(Collectors.toMap(Planted.BaseTerm::term, Planted.BaseTerm::authors));

        assertThat(TRENDS.planted().trends())
                .allMatch(trend -> bases.getOrDefault(trend.term(), 0.0)
                        == trend.strength().base());
    }

    @Test
    void bringsTagsBackOnTheirDaysAtTheirTime() {
        List<Recurrence> recurring = plan("weeks", 3_000_000, 30, 3).planted().recurring();
        Map<String, List<Recurrence>> byTerm = recurring.stream().collect(Collectors.groupingBy(Recurrence::term));

        assertThat(byTerm).hasSize(7);
        assertThat(byTerm.values())
                .filteredOn(each -> each.get(0).term().startsWith("monday"))
                .singleElement()
                .satisfies(mondays -> assertThat(mondays)
                        .hasSize(5)
                        .allMatch(each -> each.start().atZone(ZoneOffset.UTC).getDayOfWeek() == DayOfWeek.MONDAY)
                        .allMatch(each -> each.start().atZone(ZoneOffset.UTC).getHour() == 6));
        assertThat(byTerm.values())
                .filteredOn(each -> each.get(0).term().startsWith("morning"))
                .singleElement()
                .satisfies(mornings -> assertThat(mornings).hasSize(30));
        List<Cell> cells = recurring.stream()
                .map(each -> new Cell(
                        each.peak() * Duration.between(each.start(), each.end()).toMinutes() / 10, each.authors()))
                .toList();
        assertThat(cells).allMatch(PoissonLaw::holds);
        assertThat(PoissonLaw.dispersion(cells)).isBetween(-5.0, 5.0);
    }

    @Test
    void letsATagThatComesBackRiseAndGo() {
        Plan plan = plan("weeks", WEEK_OF_POSTS, 7, 3);
        Recurrence monday = plan.planted().recurring().stream()
                .filter(each -> each.term().startsWith("monday"))
                .findFirst()
                .orElseThrow();
        List<PlannedPost> posts = postsOf(plan, monday.term());
        List<Cell> cells = IntStream.range(0, 12)
                .mapToObj(hour -> {
                    Instant from = monday.start().plus(Duration.ofHours(hour));
                    double share = Curve.BELL.cumulative((hour + 1) / 12.0) - Curve.BELL.cumulative(hour / 12.0);
                    return new Cell(15 * 72 * share, within(posts, from, from.plus(Duration.ofHours(1))));
                })
                .toList();

        assertThat(cells).allMatch(PoissonLaw::holds);
        assertThat(cells.get(6).seen()).isGreaterThan(10 * cells.get(0).seen());
    }

    @Test
    void plantsSwarmsOfFewAuthorsAndOfOneText() {
        Plan plan = plan("swarm", 100_000, 1, 3);
        List<Swarm> swarms = plan.planted().swarms();

        assertThat(swarms).hasSize(12).allMatch(swarm -> swarm.posts() == 1_000);
        assertThat(swarms.get(0).authors()).isEqualTo(3);
        assertThat(swarms.get(0).texts()).isZero();
        assertThat(swarms).extracting(Swarm::texts).contains(1L, 2L);
        for (Swarm swarm : swarms) {
            List<PlannedPost> posts = postsOf(plan, swarm.term());
            assertThat(posts.stream().map(PlannedPost::author).distinct()).hasSize((int) swarm.authors());
            assertThat(within(posts, swarm.start(), swarm.end())).isEqualTo(1_000);
        }
    }

    @Test
    void letsNoTwoTermsBeTheSame() {
        Planted planted = TRENDS.planted();
        List<String> fresh = new ArrayList<>();
        planted.bases().forEach(base -> fresh.add(base.term()));
        planted.swarms().forEach(swarm -> fresh.add(swarm.term()));
        planted.recurring().stream().map(Recurrence::term).distinct().forEach(fresh::add);
        planted.trends().stream()
                .filter(trend -> trend.strength().base() == 0)
                .forEach(trend -> fresh.add(trend.term()));

        assertThat(fresh).doesNotHaveDuplicates();
    }

    @Test
    void plantsTrendsInSeveralLanguages() {
        assertThat(TRENDS.planted().trends())
                .extracting(PlantedTrend::language)
                .contains("en", "es", "ru", "ar", "zh", "ja", "ko");
    }

    @Test
    void refusesAStreamThatIsTooThinForWhatItPlants() {
        assertThatThrownBy(() -> plan("trends", 300_000, 7, 3))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("more posts (--posts)");
        assertThatThrownBy(() -> plan("day", 3_000, 1, 3))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("authors among 375");
    }

    @Test
    void givesTheDaysStepsTheStatedAuthorsInEachFiveMinutes() {
        Plan plan = plan("day", 200_000, 200_000 / 2.3 / 86_400, 3);
        PlantedTrend step = plan.planted().trends().get(0);
        assertThat(step.strength().name()).isEqualTo("strong");
        assertThat(step.shape()).isEqualTo(Shape.STEP);

        for (int bin = 0; bin < 12; bin++) {
            Instant from = step.start().plus(WINDOW.multipliedBy(bin));
            // 82.8, in equal parts and not by chance.
            assertThat(within(postsOf(plan, step), from, from.plus(WINDOW))).isBetween(81L, 85L);
        }
    }
}
