package io.groundswell.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.ingest.simulate.PlantedTrend.Shape;
import io.groundswell.ingest.simulate.PlantedTrend.Strength;
import io.groundswell.ingest.simulate.Truth.BotSwarm;
import io.groundswell.ingest.simulate.Truth.FrameCounts;
import io.groundswell.ingest.simulate.Truth.HashtagCommunity;
import io.groundswell.ingest.simulate.Truth.LatentTopic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Truth TRUTH = new Truth(
            1,
            SimulationSettings.DEFAULT,
            START.plusMillis(86_400_123),
            List.of(new PlantedTrend(
                    "hashtag",
                    "varolint",
                    START.plusSeconds(1),
                    START.plusSeconds(2),
                    Strength.STRONG,
                    Shape.PULSE,
                    90,
                    List.of("gruva"))),
            List.of(new BotSwarm("spamo", START, START.plusSeconds(9), 3, 90)),
            List.of(new LatentTopic(0, List.of("one", "two"))),
            List.of(new HashtagCommunity(0, List.of("three"))),
            new FrameCounts(10, 17, 1, 2, 3, 4, 1, Map.of("bad_utf8", 1L)));

    @TempDir
    private Path folder;

    @Test
    void isReadBackAsItWasWritten() throws IOException {
        Path file = folder.resolve("truth.json");

        TRUTH.write(file);

        assertThat(Truth.read(file)).isEqualTo(TRUTH);
    }

    @Test
    void keepsWhatNotebooksAskForAtTheTop() throws IOException {
        JsonNode json = new ObjectMapper().readTree(TruthJson.render(TRUTH));

        assertThat(json.get("seed").longValue()).isEqualTo(1);
        assertThat(json.get("posts").longValue()).isEqualTo(10);
        assertThat(json.get("start").textValue()).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(json.get("end").textValue()).isEqualTo("2026-03-02T00:00:00.123Z");
        assertThat(json.get("broken_by_kind").get("bad_utf8").longValue()).isEqualTo(1);
        assertThat(json.get("trends").get(0))
                .hasToString("{\"kind\":\"hashtag\",\"term\":\"varolint\",\"start\":\"2026-03-01T00:00:01Z\","
                        + "\"end\":\"2026-03-01T00:00:02Z\",\"strength\":\"strong\",\"shape\":\"pulse\","
                        + "\"authors\":90,\"words\":[\"gruva\"]}");
    }

    @Test
    void tellsAPulsesAuthorsInFiveMinutes() {
        assertThat(TRUTH.trends().get(0).authorsPerBin()).isEqualTo(30);
    }
}
