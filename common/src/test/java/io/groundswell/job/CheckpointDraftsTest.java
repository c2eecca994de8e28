package io.groundswell.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointDraftsTest {
    private static final String DRAFT = ".0.a9f2bd12-6b15-4f0c-a1d4-3a8a6e1d5c33.tmp";

    @TempDir
    private Path checkpoint;

    private Path offsets;

    @BeforeEach
    void createOffsets() throws IOException {
        offsets = Files.createDirectory(checkpoint.resolve("offsets"));
    }

    @Test
    void takesAwayADraftAndItsChecksumAlone() throws IOException {
        write(DRAFT);
        write("." + DRAFT + ".crc");
        write(".0.notes");
        write("0.old");

        drafts().delete();

        assertThat(offsets).isDirectoryNotContaining(file -> file.toString().contains("a9f2bd12"));
        assertThat(offsets.resolve(".0.notes")).exists();
        assertThat(offsets.resolve("0.old")).exists();
    }

    @Test
    void leavesTheDraftOfALaterBatch() throws IOException {
        write("0");
        write(DRAFT);

        drafts().delete();

        assertThat(offsets.resolve(DRAFT)).exists();
        assertThat(offsets.resolve("0")).exists();
    }

    @Test
    void findsNothingWhereNoQueryHasRun() throws IOException {
        Files.delete(offsets);

        assertThatCode(() -> drafts().delete()).doesNotThrowAnyException();
    }

    private CheckpointDrafts drafts() {
        return new CheckpointDrafts(checkpoint.toString(), new Configuration());
    }

    private void write(String name) throws IOException {
        Files.writeString(offsets.resolve(name), "v1");
    }
}
