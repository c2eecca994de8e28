package io.groundswell.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.testing.LocalFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointSealTest {
    @TempDir
    private Path checkpoint;

    private CheckpointSeal seal;

    @BeforeEach
    void runThreeBatches() throws IOException {
        seal = new CheckpointSeal(checkpoint.toString(), LocalFiles.configuration());
        Files.createDirectories(checkpoint.resolve("offsets"));
        Files.writeString(checkpoint.resolve("metadata"), "{\"id\":\"a\"}");
        for (int batch = 0; batch < 3; batch++) {
            write("offsets/" + batch, "v1\n{}\n" + batch);
            seal.set(batch);
        }
    }

    @Test
    void findsNothingWrongWithWhatWasThere() throws IOException {
        assertThat(seal.broken()).isEmpty();
        assertThat(checkpoint.resolve("seals/0")).doesNotExist();

        write("offsets/3", "planned, and not begun");
        write("offsets/0", "no batch goes on from it");
        seal.require("ingest");
    }

    @Test
    void namesAPositionThatIsAnotherOrGone() throws IOException {
        write("offsets/2", "v1\n{}\n9");
        assertThat(seal.broken()).contains("offsets/2");

        Files.delete(checkpoint.resolve("offsets/2"));
        assertThatThrownBy(() -> seal.require("ingest"))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("offsets/2")
                .hasMessageContaining("doctor");
    }

    @Test
    void namesANewestCommitThatIsNotWhole() throws IOException {
        Files.createDirectories(checkpoint.resolve("commits"));
        write("commits/0", "cut off, and passed over");
        write("commits/1", "v1\n{\"nextBatchWatermarkMs\":0}");
        assertThat(seal.broken()).isEmpty();
        write("commits/1", "v2\n{\"nextBatchWatermarkMs\":0,\"stateUniqueIds\":{}}");
        assertThat(seal.broken()).isEmpty();

        for (String broken :
                List.of("", "v1", "v1\n", "v1\n{\"nextBatch", "v1\n{\"nextBatchWatermarkMs\":0]", "\n{}")) {
            write("commits/1", broken);
            assertThat(seal.broken()).as(broken).contains("commits/1");
        }
    }

    @Test
    void namesAnotherQuery() throws IOException {
        write("metadata", "{\"id\":\"b\"}");

        assertThat(seal.broken()).contains("metadata");
    }

    @Test
    void knowsNothingOfABatchWhoseNoteWasTorn() throws IOException {
        write("seals/2", "{\"offsets/2\":\"4");
        write("offsets/2", "v1\n{}\n9");

        assertThat(seal.broken()).isEmpty();
    }

    @Test
    void passesOverWhatWasNotedBeforeAnOlderBuildRan() throws IOException {
        for (int batch = 3; batch < 200; batch++) {
            write("offsets/" + batch, "v1\n{}\n" + batch);
        }
        Files.delete(checkpoint.resolve("offsets/1"));
        Files.delete(checkpoint.resolve("offsets/2"));
        assertThat(seal.broken()).isEmpty();

        seal.set(199);
        assertThat(checkpoint.resolve("seals/1")).doesNotExist();
        assertThat(checkpoint.resolve("seals/2")).doesNotExist();
        assertThat(checkpoint.resolve("seals/199")).exists();
    }

    @Test
    void refusesWhatLostItsNewestPositions() throws IOException {
        Files.delete(checkpoint.resolve("offsets/2"));
        Files.delete(checkpoint.resolve("offsets/1"));

        assertThat(seal.broken()).contains("offsets/2");
    }

    @Test
    void notesABatchThatIsTriedAgain() throws IOException {
        seal.set(2);

        assertThat(seal.broken()).isEmpty();
        assertThat(checkpoint.resolve("seals/draft")).doesNotExist();
    }

    @Test
    void notesNothingOfAFileThatIsNotThere() throws IOException {
        Files.delete(checkpoint.resolve("metadata"));

        assertThatThrownBy(() -> seal.set(2)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void takesANoteThatWasTakenAwayBesideItForNone() throws IOException {
        org.apache.hadoop.fs.Path gone =
                new org.apache.hadoop.fs.Path(checkpoint.resolve("seals/0").toUri());

        assertThat(CheckpointSeal.read(gone.getFileSystem(LocalFiles.configuration()), gone))
                .isEmpty();
    }

    private void write(String file, String text) throws IOException {
        Files.deleteIfExists(checkpoint
                .resolve(file)
                .resolveSibling("." + checkpoint.resolve(file).getFileName() + ".crc"));
        Files.writeString(checkpoint.resolve(file), text);
    }
}
