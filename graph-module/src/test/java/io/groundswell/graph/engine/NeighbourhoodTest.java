package io.groundswell.graph.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class NeighbourhoodTest {
    private static final Neighbourhood NEAR =
            Neighbourhood.of(5, 2).merge(Neighbourhood.of(3, 1)).merge(Neighbourhood.of(5, 4));

    @Test
    void addsUpTheWeightsOfACommunity() {
        assertThat(NEAR.size()).isEqualTo(2);
        assertThat(NEAR.community(0)).isEqualTo(3);
        assertThat(NEAR.weight(3)).isEqualTo(1);
        assertThat(NEAR.weight(5)).isEqualTo(6);
        assertThat(NEAR.weight(4)).isZero();
    }

    @Test
    void mergesInAnyOrder() {
        Neighbourhood other =
                Neighbourhood.of(5, 4).merge(Neighbourhood.of(5, 2).merge(Neighbourhood.of(3, 1)));

        assertThat(other).usingRecursiveComparison().isEqualTo(NEAR);
    }

    @Test
    void choosesTheLargestGainAndOfEqualsTheSmallestId() {
        Totals totals = totals(Map.of(1L, 4L, 3L, 10L, 5L, 10L, 7L, 10L));
        Member alone = new Member(1, 4, 100, false);

        assertThat(alone.choose(NEAR, totals, true).community).isEqualTo(5);
        assertThat(alone.choose(Neighbourhood.of(7, 3).merge(Neighbourhood.of(5, 3)), totals, true).community)
                .isEqualTo(5);
    }

    @Test
    void isRestlessWhereItMayNotMove() {
        Member stays = new Member(1, 4, 100, false).choose(NEAR, totals(Map.of(1L, 4L, 3L, 10L, 5L, 10L)), false);

        assertThat(stays.community).isEqualTo(1);
        assertThat(stays.isRestless).isTrue();
    }

    @Test
    void staysWhereAMoveWouldLose() {
        // 2 of its weight of 4 go to community 5, which chance alone would give 4 × 60 / 100.
        Member stays =
                new Member(1, 4, 100, false).choose(Neighbourhood.of(5, 2), totals(Map.of(1L, 4L, 5L, 60L)), true);

        assertThat(stays.community).isEqualTo(1);
        assertThat(stays.isRestless).isFalse();
    }

    @Test
    void movesAboutAHalfOfTheVerticesInAStep() {
        for (int step = 0; step < 20; step++) {
            int moving = 0;
            for (long id = 0; id < 1000; id++) {
                moving += GraphXEngine.mayMove(id, step) ? 1 : 0;
            }
            assertThat(moving).isBetween(430, 570);
        }
    }

    private static Totals totals(Map<Long, Long> strengths) {
        Map<Object, long[]> sums = new HashMap<>();
        strengths.forEach((community, strength) -> sums.put(community, new long[] {strength, 0}));
        return new Totals(sums);
    }
}
