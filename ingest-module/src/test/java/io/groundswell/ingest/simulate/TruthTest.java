package io.groundswell.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.ingest.simulate.Truth.FeedOutage;
import io.groundswell.ingest.simulate.Truth.FrameCounts;
import io.groundswell.ingest.simulate.Truth.HashtagCommunity;
import io.groundswell.ingest.simulate.Truth.LatentTopic;
import io.groundswell.ingest.simulate.plan.Planted;
import io.groundswell.ingest.simulate.plan.Planted.BaseTerm;
import io.groundswell.ingest.simulate.plan.Planted.Recurrence;
import io.groundswell.ingest.simulate.plan.Planted.Swarm;
import io.groundswell.ingest.simulate.plan.PlantedTrend;
import io.groundswell.ingest.simulate.profile.Shape;
import io.groundswell.ingest.simulate.profile.Strength;
import io.groundswell.ingest.simulate.profile.Troubles.Backlog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Truth TRUTH = new Truth(
            2,
            SimulationSettings.DEFAULT,
            START.plusMillis(86_400_123),
            new Planted(
                    List.of(new PlantedTrend(
                            "varolint",
                            "en",
                            new Strength("strong", 0.5, 30),
                            Shape.PULSE,
                            START.plusSeconds(60),
                            START.plusSeconds(960),
                            90,
                            List.of("gruva"))),
                    List.of(new BaseTerm("varolint", "en", 0.5)),
                    List.of(new Recurrence("mondayvaro", START, START.plusSeconds(3_600), 8, 50)),
                    List.of(new Swarm("spamo", START, START.plusSeconds(9), 3, 90, 1))),
            List.of(new FeedOutage(START, START.plusSeconds(7), Backlog.LOST, 11)),
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
                .hasToString("{\"term\":\"varolint\",\"language\":\"en\","
                        + "\"strength\":{\"name\":\"strong\",\"base\":0.5,\"peak\":30.0},\"shape\":\"pulse\","
                        + "\"start\":\"2026-03-01T00:01:00Z\",\"end\":\"2026-03-01T00:16:00Z\","
                        + "\"authors\":90,\"words\":[\"gruva\"]}");
    }

    @Test
    void liesBesideAsTables() throws IOException {
        TruthTables tables = TruthTables.of(folder.resolve("truth.json"));

        tables.write(TRUTH);

        assertThat(tables.folder()).isEqualTo(folder.resolve("truth.tables"));
        assertThat(rows("trends"))
                .containsExactly(
                        "{\"kind\":\"hashtag\",\"term\":\"varolint\",\"language\":\"en\",\"words\":[\"gruva\"],"
                                + "\"strength\":\"strong\",\"shape\":\"pulse\",\"start\":\"2026-03-01T00:01:00Z\","
                                + "\"peak\":\"2026-03-01T00:01:00Z\",\"end\":\"2026-03-01T00:16:00Z\","
                                + "\"base_authors\":0.5,\"peak_authors\":30.0,\"authors\":90}");
        assertThat(rows("base_terms"))
                .containsExactly("{\"kind\":\"hashtag\",\"term\":\"varolint\",\"language\":\"en\",\"authors\":0.5}");
        assertThat(rows("recurring"))
                .containsExactly("{\"kind\":\"hashtag\",\"term\":\"mondayvaro\",\"start\":\"2026-03-01T00:00:00Z\","
                        + "\"end\":\"2026-03-01T01:00:00Z\",\"peak_authors\":8.0,\"authors\":50}");
        assertThat(rows("swarms"))
                .containsExactly("{\"kind\":\"hashtag\",\"term\":\"spamo\",\"start\":\"2026-03-01T00:00:00Z\","
                        + "\"end\":\"2026-03-01T00:00:09Z\",\"authors\":3,\"posts\":90,\"texts\":1}");
        assertThat(rows("outages"))
                .containsExactly("{\"source\":\"x\",\"start\":\"2026-03-01T00:00:00Z\","
                        + "\"end\":\"2026-03-01T00:00:07Z\",\"backlog\":\"lost\",\"frames\":11}");
        assertThat(rows("topics"))
                .containsExactly(
                        "{\"topic\":0,\"rank\":1,\"word\":\"one\"}", "{\"topic\":0,\"rank\":2,\"word\":\"two\"}");
        assertThat(rows("communities")).containsExactly("{\"community\":0,\"rank\":1,\"hashtag\":\"three\"}");
    }

    private List<String> rows(String table) throws IOException {
        return Files.readAllLines(folder.resolve("truth.tables").resolve(table + ".ndjson"));
    }

    @Test
    void tellsWhatIsExpectedOfATrendInEachWindowThatItTouches() throws IOException {
        TruthTables.of(folder.resolve("truth.json")).write(TRUTH);

        ObjectMapper mapper = new ObjectMapper();
        List<Double> expected = new ArrayList<>();
        for (String row : rows("trend_windows")) {
            JsonNode window = mapper.readTree(row);
            expected.add(window.get("trend_authors").doubleValue());
            // By night: half of 0.5 or so.
            assertThat(window.get("base_authors").doubleValue()).isBetween(0.2, 0.35);
        }
        // From one minute behind a window's start on, 30 in five minutes.
        assertThat(expected).hasSize(4);
        assertThat(expected.get(0)).isCloseTo(24, within(1e-9));
        assertThat(expected.get(1)).isCloseTo(30, within(1e-9));
        assertThat(expected.get(3)).isCloseTo(6, within(1e-9));
    }
}
