package io.groundswell.app.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.trends.score.Rise;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TakenForTest {

    @Test
    void marksTheOneOfMixedScriptsHoweverStrong() {
        TrendFinding spoof = trend("hashtag", "p\u0430ris");
        TrendFinding original = trend("hashtag", "paris");
        TakenFor takenFor = new TakenFor(List.of(spoof, original));

        assertThat(takenFor.of(spoof)).contains("#paris");
        assertThat(takenFor.of(original)).isEmpty();
    }

    @Test
    void marksTheWeakerOfTwoThatAreEachOfOneScript() {
        TrendFinding cyrillic = trend("word", "\u0441\u043e\u0441");
        TakenFor takenFor = new TakenFor(List.of(trend("word", "coc"), cyrillic));

        assertThat(takenFor.of(cyrillic)).contains("coc");
    }

    @Test
    void marksNothingThatLooksLikeNoOtherOrIsOfAnotherKind() {
        TrendFinding spoof = trend("hashtag", "p\u0430ris");
        TakenFor takenFor = new TakenFor(List.of(trend("word", "paris"), spoof, trend("hashtag", "madrid")));

        assertThat(takenFor.of(spoof)).isEmpty();
    }

    private static TrendFinding trend(String kind, String term) {
        return new TrendFinding(
                kind,
                term,
                term,
                Duration.ofHours(1),
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                5,
                1,
                9,
                Rise.NONE,
                5,
                9,
                6,
                null,
                "rising",
                null,
                List.of());
    }
}
