package io.groundswell.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.ingest.Packed;
import io.groundswell.testing.LocalFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameReaderTest {
    private static final Configuration CONF = LocalFiles.configuration();

    @TempDir
    private Path folder;

    @Test
    void givesEachLineOnceHoweverAFileIsSplit() throws IOException {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder();
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String line = "x".repeat(random.nextInt(30)) + i;
            wanted.add(text.length() + ":" + line);
            text.append(line).append(i % 3 == 0 ? "\r\n" : "\n").append(i % 5 == 0 ? "\n" : "");
        }
        LaneFile file = write("a.ndjson", text.toString().getBytes(UTF_8));

        for (long piece : new long[] {1, 2, 7, 64, 1000, 1 << 20}) {
            List<String> found = new ArrayList<>();
            for (LaneRange range : LaneRange.split(file, 0, file.length(), piece)) {
                found.addAll(read(range));
            }
            assertThat(found).as("pieces of %d bytes", piece).isEqualTo(wanted);
        }
    }

    @Test
    void readsNoByteBeyondTheBatch() throws IOException {
        LaneFile file = write("a.ndjson", "one\ntwo\nthree\n".getBytes(UTF_8));

        assertThat(read(new LaneRange(file.lane(), file.path(), 4, 8, 8, true))).containsExactly("4:two");
    }

    @Test
    void keepsTheBeginningOfALineThatIsTooLong() throws IOException {
        String longLine = "y".repeat(LineReader.MAX_LINE_BYTES + 1);
        LaneFile file = write("a.ndjson", ("one\n" + longLine + "\ntwo").getBytes(UTF_8));

        assertThat(read(whole(file)))
                .containsExactly(
                        "0:one",
                        "4:" + "y".repeat(LineReader.KEPT_BYTES) + "!too-long",
                        (longLine.length() + 5) + ":two");
    }

    @Test
    void takesALineOfTheGreatestLengthWhole() throws IOException {
        String line = "y".repeat(LineReader.MAX_LINE_BYTES);

        assertThat(read(whole(write("a.ndjson", line.getBytes(UTF_8))))).containsExactly("0:" + line);
    }

    @Test
    void readsAllMembersOfACompressedFile() throws IOException {
        for (String name : List.of("a.gz", "a.zst")) {
            ByteArrayOutputStream members = new ByteArrayOutputStream();
            members.write(Packed.as(name, "one\ntwo\n"));
            members.write(Packed.as(name, "three"));

            assertThat(read(whole(write(name, members.toByteArray()))))
                    .as(name)
                    .containsExactly("0:one", "4:two", "8:three");
        }
    }

    @Test
    void tellsWhereAZstdFileIsBroken() throws IOException {
        byte[] zstd = Packed.as("a.zst", noise());

        List<String> lines = read(whole(write("a.zst", Arrays.copyOf(zstd, zstd.length * 2 / 3))));

        assertThat(lines).first().isEqualTo("0:first");
        assertThat(lines).last().asString().endsWith("!truncated");
        assertThat(read(whole(write("a.zst", "no zstd".getBytes(UTF_8))))).containsExactly("0:!truncated");
        assertThat(read(whole(write("a.zst", new byte[0])))).isEmpty();
    }

    @Test
    void readsOfACompressedFileOnlyWhatIsAsked() throws IOException {
        LaneFile file = write("a.zst", Packed.as("a.zst", "one\ntwo\nthree"));
        LaneRange rest = new LaneRange("a", file.path(), 4, file.length(), file.length(), true);

        assertThat(read(rest)).containsExactly("4:two", "8:three");
    }

    @Test
    void tellsWhereAGzipFileIsBroken() throws IOException {
        byte[] gzip = Packed.as("a.gz", noise());
        byte[] changed = gzip.clone();
        Arrays.fill(changed, gzip.length - 2000, gzip.length - 1000, (byte) 0x55);

        for (byte[] broken : List.of(Arrays.copyOf(gzip, gzip.length / 2), changed)) {
            List<String> lines = read(whole(write("a.gz", broken)));

            assertThat(lines).first().isEqualTo("0:first");
            assertThat(lines).last().asString().endsWith("!truncated");
            assertThat(lines.stream().filter(line -> line.contains("!"))).hasSize(1);
        }
        assertThat(read(whole(write("a.gz", "no gzip".getBytes(UTF_8))))).containsExactly("0:!truncated");
    }

    private LaneFile write(String name, byte[] content) throws IOException {
        Path path = Files.write(folder.resolve(name), content);
        return new LaneFile(name, path.toString(), content.length);
    }

    private static LaneRange whole(LaneFile file) {
        return new LaneRange(file.lane(), file.path(), 0, file.length(), file.length(), true);
    }

    /** Returns lines that no compression makes short. */
    private static String noise() {
        Random random = new Random(5);
        StringBuilder noise = new StringBuilder("first\n");
        for (int i = 0; i < 400_000; i++) {
            noise.append((char) ('a' + random.nextInt(26))).append(i % 100 == 99 ? "\n" : "");
        }
        return noise.toString();
    }

    /** Returns {@code offset:line}, with the fault behind it if there is one. */
    private static List<String> read(LaneRange range) throws IOException {
        List<String> lines = new ArrayList<>();
        try (FrameReader reader = new FrameReader(new FramePartition(List.of(range)), CONF)) {
            while (reader.next()) {
                InternalRow row = reader.get();
                String fault = row.isNullAt(3) ? "" : "!" + row.getUTF8String(3);
                lines.add(row.getLong(1) + ":" + new String(row.getBinary(2), UTF_8) + fault);
            }
        }
        return lines;
    }
}
