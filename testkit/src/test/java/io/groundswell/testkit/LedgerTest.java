package io.groundswell.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.groundswell.testkit.ledger.Ledger;
import io.groundswell.testkit.ledger.LedgerContent;
import io.groundswell.testkit.ledger.OfferedFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir
    private Path folder;

    @Test
    void tellsWhatWasOfferedAndWhatOfItAcked() throws IOException {
        Path path = written();
        Files.writeString(path, "2|abc", StandardOpenOption.APPEND); // its writer died

        LedgerContent content = LedgerContent.read(path);

        assertThat(content.frames()).hasSize(2);
        assertThat(content.frames().get(1L).payload()).containsExactly(0, -1, '\n', '|');
        assertThat(content.frames().get(1L).receivedMicros()).isEqualTo(8);
        assertThat(content.acked()).containsExactly(0L);
    }

    @Test
    void refusesAFrameThatIsNotTheOneWrittenDown() throws IOException {
        Path path = written();
        Files.writeString(path, Files.readString(path).replaceFirst("\\|[0-9a-f]", "|x"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LedgerContent.read(path))
                .withMessageContaining("damaged at frame 0");
    }

    private Path written() throws IOException {
        Path path = folder.resolve("ledger");
        OfferedFrame first = new OfferedFrame(0, 7, new byte[] {1});
        try (Ledger ledger = Ledger.create(path)) {
            ledger.offer(List.of(first));
            ledger.ack(List.of(first));
            ledger.offer(List.of(new OfferedFrame(1, 8, new byte[] {0, -1, '\n', '|'})));
        }
        return path;
    }
}
