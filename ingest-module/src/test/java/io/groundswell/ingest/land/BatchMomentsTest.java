package io.groundswell.ingest.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.job.PlatformException;
import io.groundswell.testing.LocalFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchMomentsTest {
    private static final Instant FIRST = Instant.parse("2026-03-01T12:00:00.000001Z");

    @TempDir
    private Path checkpoint;

    private Instant at(Instant now, long batch) {
        return new BatchMoments(checkpoint.toString(), LocalFiles.configuration(), Clock.fixed(now, ZoneOffset.UTC))
                .of(batch);
    }

    @Test
    void keepsTheMomentOfABatchThatIsTriedAgain() {
        assertThat(at(FIRST, 0)).isEqualTo(FIRST);
        assertThat(at(FIRST.plusSeconds(60), 0)).isEqualTo(FIRST);
        assertThat(at(FIRST.minusSeconds(60), 0)).isEqualTo(FIRST);
        assertThat(at(FIRST.plusSeconds(60), 1)).isEqualTo(FIRST.plusSeconds(60));
        assertThat(at(FIRST.plusSeconds(90), 1)).isEqualTo(FIRST.plusSeconds(60));
    }

    @Test
    void refusesAWholeNoteThatSaysSomethingElse() throws IOException {
        at(FIRST, 7);
        Path note = checkpoint.resolve("batch-moment.json");
        String noted = Files.readString(note);
        for (String other : new String[] {
            noted.replace("\"batch\":7", "\"batch\":5"),
            noted.replace("sha256", "sha257"),
            noted.replace("noted", "noued")
        }) {
            Files.deleteIfExists(note); // with what tells what was written
            Files.writeString(note, other);

            assertThatThrownBy(() -> at(FIRST.plusSeconds(5), 7))
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("batch-moment.json");
        }
    }

    @Test
    void takesANewMomentWhereTheNoteWasTorn() throws IOException {
        at(FIRST, 7);
        for (String torn : new String[] {"", "{\"batch\":7", "{\"batch\":7}"}) {
            Files.deleteIfExists(checkpoint.resolve("batch-moment.json"));
            Files.writeString(checkpoint.resolve("batch-moment.json"), torn);

            assertThat(at(FIRST.plusSeconds(5), 7)).isEqualTo(FIRST.plusSeconds(5));
        }
    }
}
