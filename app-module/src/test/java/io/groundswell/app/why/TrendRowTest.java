package io.groundswell.app.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.app.finding.AsOf;
import io.groundswell.app.why.TrendRow.Leading;
import io.groundswell.table.Micros;
import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.score.Rise;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendRowTest {
    private static final int WIDTH = 3600;
    private static final long HOUR = Micros.of(Duration.ofHours(1));

    private static TrendRow row(long window, long later, double evidence, boolean isAlarmed, String mutedBy) {
        long decided = Decisions.first(window * HOUR, WIDTH) + later;
        return new TrendRow(
                WIDTH,
                window * HOUR,
                decided,
                0,
                "storm",
                9,
                9,
                1,
                evidence,
                Rise.NONE,
                isAlarmed,
                "rising",
                1,
                mutedBy,
                null,
                6,
                null,
                List.of());
    }

    private static Leading leading(AsOf asOf, TrendRow... rows) {
        return TrendRow.leading(List.of(rows), asOf).orElseThrow();
    }

    @Test
    void leadsByEvidenceThatHalvesEveryFourHours() {
        TrendRow strong = row(0, 0, 40, true, null);
        assertThat(leading(AsOf.NEWEST, strong, row(4, 0, 19, true, null)).row())
                .isEqualTo(strong);
        TrendRow later = row(4, 0, 21, true, null);
        assertThat(leading(AsOf.NEWEST, strong, later).row()).isEqualTo(later);
    }

    @Test
    void knowsNoMoreThanTheList() {
        TrendRow first = row(0, 0, 40, true, null);
        TrendRow corrected = row(0, HOUR, 12, true, null);
        TrendRow next = row(1, 0, 60, true, null);
        AsOf then = AsOf.then(Micros.instant(first.decided()));

        assertThat(leading(then, first, corrected, next).row()).isEqualTo(first);
        assertThat(leading(new AsOf(then.at(), null), first, corrected, next).row())
                .isEqualTo(corrected);
        assertThat(TrendRow.leading(List.of(next), then)).isEmpty();
    }

    @Test
    void isListedIfItEverAlarmed() {
        assertThat(leading(AsOf.NEWEST, row(0, 0, 40, true, null), row(0, HOUR, 2, false, null))
                        .isListed())
                .isTrue();
        assertThat(leading(AsOf.NEWEST, row(0, 0, 40, false, "r1")).isListed()).isFalse();
    }
}
