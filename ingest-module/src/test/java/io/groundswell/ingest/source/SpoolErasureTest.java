package io.groundswell.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.ingest.Packed;
import io.groundswell.ingest.XFrames;
import io.groundswell.job.PlatformException;
import io.groundswell.testing.LocalFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolErasureTest {
    private static final Configuration CONF = LocalFiles.configuration();
    private static final String ENVELOPED =
            XFrames.envelope(XFrames.NOON, XFrames.post("gone").json());
    private static final String KEPT =
            XFrames.envelope(XFrames.NOON, XFrames.post("kept").json());

    @TempDir
    private Path folder;

    private static byte[] left(String source, String format, byte[] frame, byte[] line) {
        String text = new String(line, UTF_8);
        if (new String(frame, UTF_8).contains("gone")) {
            return new byte[0];
        }
        return text.contains("12345") ? text.replace("12345", "11111").getBytes(UTF_8) : null;
    }

    private SpoolErasure erasure() {
        return new SpoolErasure(SpoolErasureTest::left, "x", "x", CONF);
    }

    private static List<String> lines(Path file) throws IOException {
        try (InputStream in =
                Compression.of(file.toString()).open(new ByteArrayInputStream(Files.readAllBytes(file)), CONF)) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.ndjson", "a.ndjson.gz", "a.ndjson.zst"})
    void keepsTheLengthOfAFileAndTheOtherLines(String name) throws IOException {
        List<String> before = List.of(KEPT, ENVELOPED, "bare gone, and long enough", "gone", "", "see 12345", KEPT);
        String text = String.join("\n", before) + "\n";
        Path file = folder.resolve(name);
        Files.write(file, name.endsWith("n") ? text.getBytes(UTF_8) : Packed.as(name, text));
        long length = Files.size(file);

        assertThat(erasure().in(folder)).isEqualTo(4);

        assertThat(file).hasSize(length);
        List<String> after = lines(file);
        assertThat(after.stream().map(String::length))
                .isEqualTo(before.stream().map(String::length).toList());
        assertThat(after.stream().map(String::stripTrailing))
                .containsExactly(
                        KEPT,
                        "{\"erased\":true,\"source\":\"x\",\"format\":\"x\"}",
                        "{\"erased\":true}",
                        "",
                        "",
                        "see 11111",
                        KEPT);
        assertThat(erasure().in(folder)).as("a second time").isZero();
        assertThat(folder).isDirectoryContaining("glob:**" + name);
        try (var files = Files.list(folder)) {
            assertThat(files).as("nothing beside it").hasSize(1);
        }
    }

    /** A packed file may be one byte longer than its new content needs, or thousands. */
    @ParameterizedTest
    @ValueSource(strings = {".gz", ".zst"})
    void packsToAnyLengthThatIsThere(String suffix) throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        byte[] plain = new byte[3_000];
        random.nextBytes(plain);
        Compression compression = Compression.of(suffix);
        for (int length : IntStream.of(3_050, 3_051, 3_058, 3_100, 9_000).toArray()) {
            byte[] packed = Repacked.of(compression, plain, length, folder);
            assertThat(packed).hasSize(length);
            assertThat(compression.open(new ByteArrayInputStream(packed), CONF)).hasBinaryContent(plain);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".gz", ".zst"})
    void saysWhatToDoWhereNoLengthFits(String suffix) {
        byte[] plain = new byte[3_000];
        new SplittableRandom(7).nextBytes(plain);
        assertThatThrownBy(() -> Repacked.of(Compression.of(suffix), plain, 2_000, folder.resolve("a" + suffix)))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("a" + suffix)
                .hasMessageContaining("unpack it");
    }

    /** What a killed gateway was writing when it died. */
    @Test
    void takesTheUnfinishedEndOfASegmentToo() throws IOException {
        Path file = folder.resolve("a.ndjson");
        Files.writeString(file, KEPT + "\ntorn {\"id\":\"gone");

        assertThat(erasure().in(file)).isEqualTo(1);

        assertThat(file).hasContent(KEPT + "\n{\"erased\":true} ");
    }
}
