package io.groundswell.trends.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.table.Micros;
import io.groundswell.trends.count.Interval.Span;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionsTest {
    private static long at(String time) {
        return Micros.of(Instant.parse("2026-03-01T" + time + "Z"));
    }

    @Test
    void fallDueTenSecondsAfterAWindowsEnd() {
        assertThat(Decisions.newestDue(List.of(300), at("12:04:59.999999"))).isEqualTo(at("12:00:10"));
        assertThat(Decisions.newestDue(List.of(300), at("12:05:10"))).isEqualTo(at("12:05:10"));
    }

    @Test
    void fallDueAgainTenMinutesAfterIt() {
        assertThat(Decisions.newestDue(List.of(3600), at("12:10:00"))).isEqualTo(at("12:10:00"));
        assertThat(Decisions.newestDue(List.of(3600), at("12:09:59"))).isEqualTo(at("12:00:10"));
    }

    @Test
    void areOfTheNewestOfAllWidths() {
        assertThat(Decisions.newestDue(List.of(300, 3600), at("12:07:00"))).isEqualTo(at("12:05:10"));
    }

    @Test
    void areOfTheWindowsThatEndedInTime() {
        Interval interval = new Interval(at("12:00:10"), at("12:05:10"));

        assertThat(interval.created(List.of(300)))
                .contains(new Span(at("12:00:00"), at("12:05:00")), new Span(at("11:50:00"), at("11:55:00")))
                .hasSize(4);
        assertThat(Decisions.newestDecided(300, at("12:05:10"))).isEqualTo(at("12:00:00"));
    }

    @Test
    void joinWhatLiesSideBySide() {
        Interval interval = new Interval(at("10:00:00"), at("12:00:00"));

        assertThat(interval.created(List.of(300, 3600))).last().isEqualTo(new Span(at("08:00:00"), at("11:55:00")));
    }
}
