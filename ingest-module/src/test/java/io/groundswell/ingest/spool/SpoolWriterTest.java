package io.groundswell.ingest.spool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.job.PlatformException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolWriterTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path segment(int number) {
        return Segments.path(folder, number);
    }

    private static void append(SpoolWriter spool, String payload) throws IOException {
        spool.append(1_772_323_200_000_001L, "x", "x", payload.getBytes(UTF_8));
    }

    private void write(String payload) throws IOException {
        try (SpoolWriter spool = SpoolWriter.open(folder)) {
            append(spool, payload);
        }
    }

    @Test
    void writesALineAsTheFormatSays() throws IOException {
        write("{\"text\":\"a\"}");

        assertThat(Files.readString(segment(1)))
                .isEqualTo("{\"received_at\":1772323200000001,\"source\":\"x\",\"format\":\"x\","
                        + "\"payload\":\"{\\\"text\\\":\\\"a\\\"}\"}\n");
    }

    @Test
    void givesBackWhateverTextItIsGiven() throws IOException {
        String payload = "quote \" slash \\ tab \t line \r\n bell \u0007 null \0 ñ ж 😂 del \u007f";

        write(payload);

        JsonNode line = MAPPER.readTree(segment(1).toFile());
        assertThat(line.get("payload").textValue()).isEqualTo(payload);
        assertThat(Files.readString(segment(1))).hasLineCount(1).endsWith("}\n");
    }

    @Test
    void writesBytesThatAreNotUtf8InBase64() throws IOException {
        List<byte[]> frames = List.of(
                new byte[] {'a', (byte) 0xC3, ' '}, // half a character
                new byte[] {(byte) 0xC0, (byte) 0x80}, // too long a form of 0
                new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, // a surrogate
                new byte[] {(byte) 0xF0, (byte) 0x9F}); // cut off
        try (SpoolWriter spool = SpoolWriter.open(folder)) {
            for (byte[] frame : frames) {
                spool.append(1, "x", "x", frame);
            }
        }

        List<String> lines = Files.readAllLines(segment(1));
        for (int i = 0; i < frames.size(); i++) {
            JsonNode line = MAPPER.readTree(lines.get(i));
            assertThat(line.has("payload")).isFalse();
            assertThat(Base64.getDecoder().decode(line.get("payload_base64").textValue()))
                    .isEqualTo(frames.get(i));
        }
    }

    @Test
    void tellsLongValidTextFromBase64() throws IOException {
        write("ж".repeat(100_000));

        assertThat(MAPPER.readTree(segment(1).toFile()).get("payload").textValue())
                .hasSize(100_000);
    }

    @Test
    void startsANewSegmentOnceOneIsFull() throws IOException {
        try (SpoolWriter spool = SpoolWriter.open(folder, 100)) {
            for (int i = 0; i < 5; i++) {
                append(spool, "frame " + i);
            }
        }

        assertThat(Segments.in(folder)).containsExactly(segment(1), segment(2), segment(3));
        assertThat(Files.readAllLines(segment(1))).hasSize(2);
        assertThat(Files.readAllLines(segment(3))).hasSize(1);
    }

    @Test
    void goesOnInTheNewestSegmentWhenOpenedAgain() throws IOException {
        write("one");
        write("two");

        assertThat(Segments.in(folder)).containsExactly(segment(1));
        assertThat(Files.readAllLines(segment(1))).hasSize(2);
    }

    @Test
    void cutsTheHalfLineOfACrashOff() throws IOException {
        write("one");
        Files.writeString(segment(1), "{\"received_at\":17" + "7".repeat(200_000), StandardOpenOption.APPEND);

        write("two");

        assertThat(Files.readAllLines(segment(1)))
                .extracting(line -> MAPPER.readTree(line).get("payload").textValue())
                .containsExactly("one", "two");
    }

    @Test
    void cutsASegmentOfNothingButAHalfLineToNothing() throws IOException {
        Files.writeString(segment(1), "{\"received_at\"");

        SpoolWriter.open(folder).close();

        assertThat(segment(1)).isEmptyFile();
    }

    @Test
    void showsFramesToReadersOnceFlushed() throws IOException {
        try (SpoolWriter spool = SpoolWriter.open(folder)) {
            append(spool, "one");
            assertThat(segment(1)).isEmptyFile();

            spool.flush();
            assertThat(Files.readAllLines(segment(1))).hasSize(1);
        }
    }

    @Test
    void refusesASecondWriter() throws IOException {
        try (SpoolWriter first = SpoolWriter.open(folder)) {
            assertThatThrownBy(() -> SpoolWriter.open(folder))
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("is being written by another writer");
            first.flush();
        }

        write("after the first");
        assertThat(Files.readAllLines(segment(1))).hasSize(1);
    }

    @Test
    void closesTwice() throws IOException {
        SpoolWriter spool = SpoolWriter.open(folder);
        spool.close();
        spool.close();

        assertThat(segment(1)).isEmptyFile();
    }

    @Test
    void refusesSegmentsOfNoSize() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpoolWriter.open(folder, 0))
                .withMessage("spool.segment-bytes must be >= 1, was 0");
    }

    @Test
    void leavesOtherFilesOfTheFolderAlone() throws IOException {
        Files.writeString(folder.resolve("truth.json"), "{}");
        Files.writeString(folder.resolve("1.ndjson"), "{}");

        write("one");

        assertThat(Segments.in(folder)).containsExactly(segment(1));
        assertThat(folder.resolve("1.ndjson")).hasContent("{}");
    }
}
