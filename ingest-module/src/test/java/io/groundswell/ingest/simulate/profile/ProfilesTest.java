package io.groundswell.ingest.simulate.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.ingest.simulate.profile.TrendSeries.Arrivals;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfilesTest {

    @Test
    void areKnownByTheirNames() {
        assertThat(Profiles.names())
                .containsExactly("day", "null", "weeks", "trends", "swarm", "rough", "outage", "flood")
                .allMatch(name -> Profiles.named(name).orElseThrow().name().equals(name));
        assertThat(Profiles.named("Day")).isEmpty();
        // In the help they follow a name of 11 columns.
        assertThat(Profiles.all()).allMatch(profile -> profile.summary().length() <= 80 - 12);
    }

    @Test
    void haveEitherPostsOrDays() {
        assertThat(Profiles.all())
                .allMatch(profile -> profile.flow().posts() > 0 ^ profile.flow().days() > 0);
    }

    @Test
    void haveSharesOfLanguagesThatAreAll() {
        assertThat(Profiles.all())
                .allMatch(profile -> Math.abs(profile.mix().shares().stream()
                                        .mapToDouble(share -> share.posts())
                                        .sum()
                                - 1)
                        < 1e-9);
    }

    @Test
    void letEachStrengthMeetEachShapeInARoundAndStartEachRoundElsewhere() {
        TrendSeries series = new TrendSeries(
                6,
                List.of(new Strength("a", 0, 1), new Strength("b", 0, 2)),
                List.of(Shape.STEP, Shape.PULSE, Shape.BURST),
                Duration.ZERO,
                1,
                Arrivals.POISSON,
                0);
        for (int round = 0; round < 6; round++) {
            int first = round * 6;
            assertThat(IntStream.range(first, first + 6)
                            .mapToObj(i -> series.strength(i).name() + series.shape(i)))
                    .doesNotHaveDuplicates();
        }
        assertThat(IntStream.range(0, 6)
                        .mapToObj(round -> series.strength(6 * round).name() + series.shape(6 * round)))
                .doesNotHaveDuplicates();
    }

    /** A threshold that is set where there is no trend is used where there are some. */
    @Test
    void haveTrendsInWhatIsElseTheSameStream() {
        Profile none = Profiles.named("weeks").orElseThrow();
        Profile some = Profiles.named("trends").orElseThrow();

        assertThat(some.mix()).isEqualTo(none.mix());
        assertThat(some.flow().postsPerSecond()).isEqualTo(none.flow().postsPerSecond());
        assertThat(some.flow().weekly()).isEqualTo(none.flow().weekly());
        assertThat(some.planting().recurring()).isEqualTo(none.planting().recurring());
        assertThat(some.planting().swarms()).isEqualTo(none.planting().swarms());
        assertThat(some.planting().trends().strengths())
                .isEqualTo(none.planting().trends().strengths());
        assertThat(none.planting().trends().perDay()).isZero();
        assertThat(some.planting().trends().perDay()).isEqualTo(16);
    }
}
