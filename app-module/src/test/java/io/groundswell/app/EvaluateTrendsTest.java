package io.groundswell.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateTrendsTest {
    private static final int SCORERS = 6;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream standardOut = System.out;
    private final PrintStream standardErr = System.err;

    @BeforeEach
    void catchOutput() {
        System.setOut(new PrintStream(out, true, UTF_8));
        System.setErr(new PrintStream(err, true, UTF_8));
    }

    @AfterEach
    void giveOutputBack() {
        System.setOut(standardOut);
        System.setErr(standardErr);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void simulate(String profile, String posts, String days) {
        assertThat(Main.execute(
                        "simulate",
                        "--profile",
                        profile,
                        "--posts",
                        posts,
                        "--days",
                        days,
                        "--file",
                        path("posts.jsonl.gz"),
                        "--truth",
                        path("truth.json")))
                .isZero();
        out.reset();
    }

    @Test
    void judgesAllScorersOnTheSamePosts() throws IOException {
        simulate("null", "15000", "3");
        Files.writeString(folder.resolve("events.json"), """
                [{"name": "Nothing at all", "terms": ["nevermentioned"],
                  "from": "2026-03-01T00:00:00Z", "until": "2026-03-02T00:00:00Z"}]
                """);

        assertThat(Main.execute(
                        "evaluate-trends",
                        "--only",
                        "input",
                        "--input",
                        path("posts.jsonl.gz"),
                        "--events",
                        path("events.json"),
                        "--report",
                        path("report/page.html"),
                        "--json"))
                .isZero();

        JsonNode input = new ObjectMapper().readTree(out.toString(UTF_8)).get("input");
        assertThat(input).hasSize(2 * SCORERS);
        JsonNode ours = input.get(0);
        assertThat(ours.get("scorer").asText()).isEqualTo("Groundswell");
        assertThat(ours.get("width").asInt()).isEqualTo(300);
        assertThat(ours.get("feasible").asInt()).isPositive();
        assertThat(ours.get("recall").asDouble()).isGreaterThan(0.9);
        assertThat(ours.get("excess_median").asInt()).isLessThanOrEqualTo(1);
        assertThat(ours.get("false_a_day").asDouble()).isLessThanOrEqualTo(1);
        assertThat(ours.get("events").get("Nothing at all").isNull()).isTrue();
        assertThat(Files.readString(folder.resolve("report/page.html")))
                .startsWith("<!doctype html>")
                .contains("SigniTrend, 24 h", "Nothing at all", "none: at most 0 authors in a window");
    }

    @Test
    void saysWhatItCannotRead() throws IOException {
        Files.writeString(folder.resolve("posts.jsonl"), "{}\n");
        Files.writeString(folder.resolve("events.json"), "[{\"name\": \"storm\"}]");
        String[] evaluate = {"evaluate-trends", "--only", "input", "--input", path("posts.jsonl"), "--report", path("r")
        };

        assertThat(Main.execute(evaluate)).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("None of the lines of", "--format");

        evaluate[4] = path("missing.jsonl");
        assertThat(Main.execute(evaluate)).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("Cannot read the input");

        evaluate[4] = path("posts.jsonl");
        evaluate[5] = "--events";
        evaluate[6] = path("events.json");
        assertThat(Main.execute(evaluate)).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("Cannot read events", "{name, terms, from, until}");
    }
}
