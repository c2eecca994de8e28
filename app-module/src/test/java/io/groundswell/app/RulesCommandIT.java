package io.groundswell.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.testing.SparkTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class RulesCommandIT {
    private final PrintStream standardOut = System.out;
    private final PrintStream standardErr = System.err;
    private ByteArrayOutputStream out;
    private ByteArrayOutputStream err;

    @TempDir
    private Path lake;

    @BeforeEach
    void catchOutput(SparkSession started) {
        out = new ByteArrayOutputStream();
        err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, UTF_8));
        System.setErr(new PrintStream(err, true, UTF_8));
    }

    @AfterEach
    void giveOutputBack() {
        System.setOut(standardOut);
        System.setErr(standardErr);
    }

    private int rules(String... arguments) {
        out.reset();
        err.reset();
        return Main.execute(Stream.concat(
                        Stream.of("rules"), Stream.concat(Stream.of(arguments), Stream.of("--lake", lake.toString())))
                .toArray(String[]::new));
    }

    private JsonNode document(String... arguments) throws IOException {
        assertThat(rules(
                        Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new)))
                .isZero();
        return new ObjectMapper().readTree(out.toString(UTF_8));
    }

    @Test
    void addsListsAndEnds() throws IOException {
        assertThat(rules("list")).isZero();
        assertThat(out.toString(UTF_8)).contains("There are no rules.");
        JsonNode muted = document("add", "mute", "hashtag", "#MondayMotivation", "--comment", "each Monday");
        assertThat(muted.get("value").asText()).isEqualTo("mondaymotivation");
        assertThat(muted.get("is_new").asBoolean()).isTrue();
        assertThat(document("add", "mute", "hashtag", "mondaymotivation")
                        .get("is_new")
                        .asBoolean())
                .isFalse();
        document("add", "block", "author", "22", "--source", "x", "--from", "2099-01-01T00:00:00Z");

        assertThat(document("list").get("rules").findValuesAsText("value")).containsExactly("mondaymotivation", "22");
        assertThat(document("list", "--at", "2098-01-01T00:00:00Z").get("rules").findValuesAsText("rule_id"))
                .containsExactly("r1");
        assertThat(rules("list")).isZero();
        assertThat(out.toString(UTF_8)).contains("each Monday");

        assertThat(document("end", "r1").get("is_end").asBoolean()).isTrue();
        assertThat(document("list", "--at", "2099-01-02T00:00:00Z").get("rules").findValuesAsText("rule_id"))
                .containsExactly("r2");
        assertThat(document("list", "--all").get("rules").findValuesAsText("rule_id"))
                .containsExactly("r1", "r2");
    }

    @Test
    void watchesATermByItsOwnThresholds() throws IOException {
        JsonNode watched = document("add", "watch", "hashtag", "#Quake", "--evidence", "2.5", "--authors", "2");
        assertThat(watched.get("value").asText()).isEqualTo("quake");
        JsonNode held = document("list").get("rules").get(0);
        assertThat(held.get("min_evidence").asDouble()).isEqualTo(2.5);
        assertThat(held.get("min_authors").asInt()).isEqualTo(2);
        assertThat(rules("list")).isZero();
        assertThat(out.toString(UTF_8)).contains("evidence 2.5, 2 authors");
        assertThat(rules("add", "mute", "hashtag", "quake", "--evidence", "3")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("watch alone");
    }

    @Test
    void saysWhatIsWrongAndNotWhatWasRuled() {
        for (List<String> wrong : List.of(
                List.of("block", "pattern", "(secret", "missing closing"),
                List.of("block", "pattern", "(?=secret)", "look-around"),
                List.of("mute", "word", "secret words", "no spaces"),
                List.of("mute", "author", "secret", "hashtag, word, phrase, pattern"))) {
            assertThat(rules("add", wrong.get(0), wrong.get(1), wrong.get(2))).isEqualTo(2);
            assertThat(err.toString(UTF_8)).contains(wrong.get(3)).doesNotContain("secret");
        }
        assertThat(rules("end", "r7")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("There is no rule 'r7'");
        assertThat(rules()).isEqualTo(2);
    }
}
