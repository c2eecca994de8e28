package io.groundswell.app.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Terminal WIDE = new Terminal(true, 80, false);

    @Test
    void saysOnceThatAStepRunsWhereThereIsNoTerminal() {
        assertThat(new Progress("ingest", 3.2, 5, 0, "batches").render(Terminal.NONE))
                .isEqualTo("ingest        running …");
        assertThat(new Progress("simulate", 0, 0, 200_000, "posts").render(Terminal.NONE))
                .isEqualTo("simulate      writing 200,000 posts …");
    }

    @Test
    void turnsWithTimeAndTellsWhatIsCounted() {
        assertThat(new Progress("ingest", 0, 0, 0, "batches").render(WIDE)).isEqualTo("ingest           0.0 s  ⠋");
        assertThat(new Progress("ingest", 12.25, 1_200, 0, "batches").render(WIDE))
                .isEqualTo("ingest          12.3 s  ⠙ batches 1,200");
    }

    @Test
    void drawsABarWhereTheTotalIsKnown() {
        assertThat(new Progress("simulate", 1, 50, 200, "posts").render(WIDE))
                .isEqualTo("simulate         1.0 s  " + "█".repeat(6) + "░".repeat(18) + "  25 %");
        assertThat(new Progress("simulate", 1, 300, 200, "posts").render(WIDE)).endsWith("█ 100 %");
    }

    @Test
    void neverFillsALine() {
        assertThat(new Progress("simulate", 1, 50, 200, "posts").render(new Terminal(true, 30, false)))
                .hasSize(29);
    }

    @Test
    void heedsTheEnvironment() {
        Map<String, String> usual = Map.of("TERM", "xterm");
        assertThat(Terminal.of("120", usual)).isEqualTo(new Terminal(true, 120, true));
        assertThat(Terminal.of("", usual).width()).isEqualTo(80);
        assertThat(Terminal.of(null, usual)).isEqualTo(Terminal.NONE);
        assertThat(Terminal.of("120", Map.of("TERM", "dumb"))).isEqualTo(Terminal.NONE);
        assertThat(Terminal.of("120", Map.of())).isEqualTo(Terminal.NONE);
        assertThat(Terminal.of("120", Map.of("TERM", "xterm", "NO_COLOR", "1")).isColoured())
                .isFalse();
        assertThat(new Progress("ingest", 0, 0, 0, "").render(new Terminal(true, 80, true)))
                .startsWith("\u001b[2m");
    }

    @Test
    void writesNothingOfItWhereAProgramReads() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, UTF_8);
        Output output = new Output(true, stream, stream, WIDE);
        try (Output.Following step = output.follow("ingest", 0, "batches", () -> 3)) {
            assertThat(output.isLive()).isFalse();
        }
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void wipesTheLineOutAtTheEnd() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, UTF_8);
        try (Output.Following step = new Output(false, stream, stream, WIDE).follow("ingest", 0, "batches", () -> 3)) {
            while (err.size() == 0) {
                Thread.onSpinWait();
            }
        }
        assertThat(err.toString(UTF_8)).contains("batches 3").endsWith("\r\u001b[2K");
    }
}
