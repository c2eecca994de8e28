package io.groundswell.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.ingest.simulate.profile.Profiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream standardOut = System.out;
    private final PrintStream standardErr = System.err;

    @TempDir
    private Path folder;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "simulate",
                "ingest",
                "settle-posts",
                "detect-trends",
                "fit-tfidf",
                "fit-topics",
                "score-posts",
                "build-graph",
                "trends",
                "evaluate-trends",
                "interest",
                "related",
                "lineage",
                "rules",
                "forget",
                "tables",
                "models",
                "runs",
                "export",
                "publish",
                "sql",
                "doctor",
                "config",
                "completion"
            })
    void helpsWithEachCommand(String command) {
        assertThat(Main.execute(command, "--help")).isZero();
        assertThat(out.toString(UTF_8))
                .startsWith("Usage: groundswell " + command)
                .contains("--json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trends", "stories", "interest --top 3", "lineage --term sun --at 2026-03-01T12:00:00Z"})
    void refusesWhatIsNoScope(String line) {
        assertThat(Main.execute((line + " --scope german").split(" "))).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("'german' is no scope", "language:xx");
    }

    @Test
    void completesEachCommand() {
        assertThat(Main.execute("completion")).isZero();
        assertThat(out.toString(UTF_8))
                .contains("complete -F _complete_groundswell")
                .contains("detect-trends")
                .contains("--trigger");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(Main.execute("detect-trend")).isEqualTo(2);
        assertThat(Main.execute("detect-trends", "--trigger", "soon")).isEqualTo(2);
        assertThat(Main.execute("config", "--set", "trends.min-evidance=3")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("available-now").contains("trends.min-evidance");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runs --limit 0",
                "related tag --limit -1",
                "trends --limit many",
                "trends --kind hashtags",
                "trends --window 5m",
                "trends --why a --kind word,phrase",
                "trends --why a --window 7m",
                "trends --why 123 --kind hashtag",
                "interest",
                "interest storm --top 5",
                "interest --top 5 --rising 5",
                "interest --rising 5 --window 5",
                "interest storm --at 2026-03-01T12:00:00Z",
                "interest storm --from 2026-03-01T12:00:00Z --to 2026-03-01T12:00:00Z",
                "config --set a_b!=1",
                "ingest --input posts.jsonl --trigger 2s",
                "ingest --kafka posts --on-gap sometimes",
                "ingest --kafka posts --spool folder",
                "ingest --kafka posts --set kafka.values=lines",
                "publish --set publish.topic=",
                "forget --post 22",
                "forget --post x/1 --author x/2",
                "forget",
                "demo --format morse"
            })
    void refusesValuesThatCannotBe(String command) {
        String[] args = (command + " --lake " + folder).split(" ");

        assertThat(Main.execute(args)).isEqualTo(2);
        assertThat(err.toString(UTF_8)).doesNotContain("should not have happened");
    }

    @Test
    void aLakeTakesOneDemo() throws IOException {
        Files.createDirectories(folder.resolve("_demo"));
        Files.writeString(folder.resolve("_demo/replays"), "20 simulated posts with seed 1");

        assertThat(Main.execute("demo", "--posts", "30", "--lake", folder.toString()))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .contains("holds the demo of 20 simulated posts")
                .contains("--lake");
    }

    @Test
    void simulatesIntoALocalLakeAlone() {
        assertThat(Main.execute("demo", "--posts", "30", "--lake", "hdfs://nowhere/lake"))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("local folder");
    }

    @Test
    void tellsWhereEachSettingCameFrom() throws IOException {
        assertThat(Main.execute("config", "--json", "--set", "trends.min-evidence=7.5", "--lake", folder.toString()))
                .isZero();

        JsonNode settings = new ObjectMapper().readTree(out.toString(UTF_8)).get("settings");
        assertThat(settings)
                .anyMatch(setting -> setting.get("key").asText().equals("trends.min-evidence")
                        && setting.get("value").asText().equals("7.5")
                        && setting.get("origin").asText().equals("flag"))
                .anyMatch(setting -> setting.get("key").asText().equals("topics.k")
                        && setting.get("origin").asText().equals("default"));
    }

    @Test
    void readsEverySectionBackFromItsDefaults() {
        io.groundswell.app.settings.Settings settings = io.groundswell.app.settings.Settings.load(
                Sections.ALL,
                new io.groundswell.app.settings.Settings.Sources(
                        java.util.Map.of(), java.util.Map.of(), java.util.Optional.empty()));

        for (io.groundswell.app.settings.Section<?> section : Sections.ALL) {
            assertThat(settings.get(section)).isEqualTo(section.defaults());
        }
    }

    @Test
    void listsAnEmptyLake() throws IOException {
        assertThat(Main.execute("tables", "--lake", folder.toString())).isZero();
        assertThat(out.toString(UTF_8)).contains("./groundswell demo");
        assertThat(Main.execute("runs", "--lake", folder.toString())).isZero();
        assertThat(Main.execute("models", "--lake", folder.toString())).isZero();
    }

    @Test
    void listsTheProfilesOfTheSimulator() {
        assertThat(Main.execute("simulate", "--help")).isZero();
        assertThat(Profiles.names()).isNotEmpty().allSatisfy(name -> assertThat(out.toString(UTF_8))
                .containsPattern("(?m)^ *" + name + " +\\w"));
    }

    @Test
    void simulatesANamedProfileOfSoManyDays() throws IOException {
        String[] simulate = {
            "simulate",
            "--file",
            folder.resolve("posts.jsonl").toString(),
            "--truth",
            folder.resolve("truth.json").toString(),
            "--profile",
            "swarm",
            "--posts",
            "30000",
            "--days",
            "1",
            "--json"
        };
        assertThat(Main.execute(simulate)).isZero();

        assertThat(new ObjectMapper()
                        .readTree(out.toString(UTF_8))
                        .get("profile")
                        .asText())
                .isEqualTo("swarm");
        assertThat(Files.readAllLines(folder.resolve("truth.tables/swarms.ndjson")))
                .hasSize(12);
        simulate[8] = "1000";
        assertThat(Main.execute(simulate)).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("more posts");
    }

    @Test
    void tellsAProgramWhatIsWrong() throws IOException {
        assertThat(Main.execute("doctor", "--json", "--lake", folder.toString(), "--set", "trends.min-evidance=3"))
                .isEqualTo(2);

        JsonNode document = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(document.get("errors").asInt()).isEqualTo(1);
        assertThat(document.get("findings"))
                .anyMatch(finding -> finding.get("check").asText().equals("settings")
                        && finding.get("cure").asText().contains("trends.min-evidence"));
        assertThat(Main.execute("doctor", "--lake", folder.toString())).isZero();
    }

    @Test
    void writesSimulatedPostsForAProgram() throws IOException {
        Path spool = folder.resolve("spool");
        Path truth = folder.resolve("truth.json");

        assertThat(Main.execute(
                        "simulate",
                        "--spool",
                        spool.toString(),
                        "--truth",
                        truth.toString(),
                        "--posts",
                        "500",
                        "--seed",
                        "3",
                        "--json"))
                .isZero();

        JsonNode document = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(document.get("posts").asLong()).isEqualTo(500);
        assertThat(truth).exists();
        assertThat(spool.resolve("000000000001.ndjson")).isNotEmptyFile();
    }
}
