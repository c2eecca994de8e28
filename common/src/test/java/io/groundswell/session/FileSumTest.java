package io.groundswell.session;

import static io.groundswell.testing.LocalFiles.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.groundswell.testing.LocalFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.apache.hadoop.fs.ChecksumException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSumTest {
    @TempDir
    private Path folder;

    private final ForklessFileSystem files = LocalFiles.fileSystem();

    @BeforeEach
    void needsAttributes() throws IOException {
        assumeTrue(FileSum.kept(write("probe", 1)).isPresent(), "this disk keeps no attributes");
    }

    @Test
    void refusesAShortFileOfWhichAnyByteIsAnother() throws IOException {
        Path file = write("file", 1000);
        assertThat(read(file)).hasSize(1000);

        flip(file, 500);

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ChecksumException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("doctor");
        flip(file, 500);
        assertThat(read(file)).hasSize(1000);
        Files.write(file, new byte[10], StandardOpenOption.APPEND);
        assertThatThrownBy(() -> read(file)).isInstanceOf(ChecksumException.class);
    }

    @Test
    void comparesALongParquetFileByItsTailAndAllOfItWhenAsked() throws IOException {
        Path file = write("file.parquet", FileSum.SHORT + 100_000);

        flip(file, 500);
        assertThat(FileSum.seemsAsWritten(file)).isTrue();
        assertThat(FileSum.isAsWritten(file)).isFalse();

        flip(file, FileSum.SHORT + 99_000);
        assertThat(FileSum.seemsAsWritten(file)).isFalse();
    }

    @Test
    void comparesALongFileWhollyThatHasNoChecksumsOfItsOwn() throws IOException {
        Path file = write("file.json", FileSum.SHORT + 100_000);

        flip(file, 500);
        assertThat(FileSum.seemsAsWritten(file)).isFalse();
    }

    @Test
    void takesAFileThatIsWrittenAnewOrToAnEndForWhatItIsThen() throws IOException {
        Path file = write("file", 1000);
        try (OutputStream out = files.create(path(file), true)) {
            out.write(7);
            out.flush();
            assertThat(FileSum.kept(file)).isEmpty();
        }
        assertThat(FileSum.kept(file)).map(FileSum::bytes).contains(1L);

        try (OutputStream out = files.append(path(file))) {
            out.write(8);
        }
        assertThat(FileSum.kept(file)).isEmpty();
        assertThat(read(file)).containsExactly(7, 8);
    }

    @Test
    void goesWithAFileThatIsMovedOrCopiedWithItsAttributes() throws IOException {
        Path file = write("file", 1000);
        Path moved = folder.resolve("moved");
        assertThat(files.rename(path(file), path(moved))).isTrue();
        Path copied = Files.copy(moved, folder.resolve("copied"), StandardCopyOption.COPY_ATTRIBUTES);
        Path bare = Files.copy(moved, folder.resolve("bare"));

        assertThat(FileSum.kept(moved)).isEqualTo(FileSum.kept(copied)).isPresent();
        assertThat(FileSum.kept(bare)).isEmpty();
        flip(bare, 1);
        assertThat(read(bare)).hasSize(1000);
    }

    private Path write(String name, int bytes) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = files.create(path(file), true)) {
            for (int i = 0; i < bytes; i += 100) {
                out.write(new byte[Math.min(100, bytes - i)]);
            }
        }
        return file;
    }

    private byte[] read(Path file) throws IOException {
        try (java.io.InputStream in = files.open(path(file), 4096)) {
            return in.readAllBytes();
        }
    }

    private static void flip(Path file, long at) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, at);
            channel.write(ByteBuffer.wrap(new byte[] {(byte) (one.get(0) ^ 4)}), at);
        }
    }
}
