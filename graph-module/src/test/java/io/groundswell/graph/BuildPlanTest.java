package io.groundswell.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

final class BuildPlanTest {
    private static final GraphSettings ALL = GraphSettings.DEFAULT;
    private static final GraphSettings NEWEST = new GraphSettings(Duration.ofDays(1), 1, 3, 10, 1e-4, 0.05, 0.85);
    private static final Instant SUNDAY = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void buildsAllAndReplacesAllWhereNothingIsKnown() {
        BuildPlan plan = BuildPlan.of(ALL, Optional.empty(), List.of(print(SUNDAY, 1), print(MONDAY, 2)));

        assertThat(plan.isDone()).isFalse();
        assertThat(plan.windows()).containsExactly(SUNDAY, MONDAY);
        assertThat(plan.condition())
                .isEqualTo("window_width = 86400 AND window_start >= TIMESTAMP '0001-01-01T00:00:00Z'");
    }

    @Test
    void isDoneWhereNothingHasChanged() {
        List<Row> prints = List.of(print(SUNDAY, 1), print(MONDAY, 2));

        assertThat(BuildPlan.of(ALL, Optional.of(BuiltWindows.of(ALL, prints)), prints)
                        .isDone())
                .isTrue();
        assertThat(BuildPlan.of(ALL, Optional.empty(), List.of()).isDone()).isFalse();
    }

    @Test
    void buildsWindowsThatAreNewChangedOrGone() {
        Instant tuesday = Instant.parse("2026-03-03T00:00:00Z");
        Instant wednesday = Instant.parse("2026-03-04T00:00:00Z");
        BuiltWindows before = BuiltWindows.of(ALL, List.of(print(SUNDAY, 1), print(MONDAY, 2), print(tuesday, 3)));

        BuildPlan plan = BuildPlan.of(
                ALL, Optional.of(before), List.of(print(MONDAY, 2), print(tuesday, 4), print(wednesday, 5)));

        assertThat(plan.windows()).containsExactly(SUNDAY, tuesday, wednesday);
        assertThat(plan.condition())
                .isEqualTo("window_width = 86400 AND window_start IN (TIMESTAMP '2026-03-01T00:00:00Z', "
                        + "TIMESTAMP '2026-03-03T00:00:00Z', TIMESTAMP '2026-03-04T00:00:00Z')");
        assertThat(plan.built().prints()).containsOnlyKeys(MONDAY, tuesday, wednesday);
    }

    @Test
    void leavesOlderWindowsWhereOnlyTheNewestAreAskedFor() {
        List<Row> prints = List.of(print(SUNDAY, 1), print(MONDAY, 2));

        BuildPlan newest = BuildPlan.of(NEWEST, Optional.empty(), prints);
        assertThat(newest.windows()).containsExactly(MONDAY);
        assertThat(newest.condition()).endsWith("window_start >= TIMESTAMP '2026-03-02T00:00:00Z'");

        assertThat(BuildPlan.of(ALL, Optional.of(newest.built()), prints).windows())
                .containsExactly(SUNDAY);
    }

    @Test
    void remembersOlderWindowsThatItDidNotLookAt() {
        BuiltWindows before = BuiltWindows.of(ALL, List.of(print(SUNDAY, 1)));

        BuildPlan plan = BuildPlan.of(NEWEST, Optional.of(before), List.of(print(SUNDAY, 9), print(MONDAY, 2)));

        assertThat(plan.windows()).containsExactly(MONDAY);
        assertThat(plan.built().prints()).containsEntry(SUNDAY, 1L).containsEntry(MONDAY, 2L);
    }

    private static Row print(Instant start, long print) {
        return RowFactory.create(Timestamp.from(start), print);
    }
}
