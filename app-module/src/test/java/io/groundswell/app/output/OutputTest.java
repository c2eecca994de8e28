package io.groundswell.app.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutputTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsTheDocumentAloneForAProgram() {
        Output output = output(true);
        output.progress("working");
        output.result(Map.of("posts", 3), text -> text.println("three posts"));

        assertThat(out.toString(UTF_8).strip()).isEqualTo("{\n  \"posts\" : 3\n}");
        assertThat(err.toString(UTF_8).strip()).isEqualTo("working");
    }

    @Test
    void printsTextForAPerson() {
        output(false).result(Map.of("posts", 3), text -> text.println("three posts"));

        assertThat(out.toString(UTF_8).strip()).isEqualTo("three posts");
    }

    @Test
    void drawsASeriesFromZeroToItsLargest() {
        assertThat(Sparkline.of(List.of(0, 7, 3.5))).isEqualTo("▁█▅");
        assertThat(Sparkline.of(List.of(0L, 0L))).isEqualTo("▁▁");
        assertThat(Sparkline.of(List.of())).isEmpty();
        assertThat(Sparkline.of(List.of(0.0, Double.NaN, 7.0))).isEqualTo("▁·█");
        assertThat(Sparkline.of(List.of(0.0, Double.NaN, 7.0), 14)).isEqualTo("▁·▅");
    }

    @Test
    void alignsNumbersRightAndTextLeftByWhatATerminalShows() {
        String table = new TextTable("tag", "seen", "note")
                .row("東京", 12_345L, "a")
                .row("b", 7, "")
                .render("");

        assertThat(table.lines()).containsExactly("tag     seen  note", "東京  12,345  a", "b          7");
    }

    @Test
    void countsTerminalColumns() {
        assertThat(Width.of("e\u0301té")).isEqualTo(3);
        assertThat(Width.of("日本")).isEqualTo(4);
        assertThat(Width.of("\u200e#")).isEqualTo(1);
    }

    private Output output(boolean isJson) {
        return new Output(isJson, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }
}
