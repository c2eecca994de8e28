package io.groundswell.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.ingest.parse.UnreadableFrame;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTest {
    private static final String HEAD = "{\"received_at\":12,\"source\":\"x\",\"format\":\"y\",";

    @Test
    void givesTheFrameBack() throws UnreadableFrame {
        Envelope envelope = decode(HEAD + "\"payload\":\"{\\\"a\\\":\\\"ü\\\"}\"}");

        assertThat(envelope.receivedMicros()).isEqualTo(12);
        assertThat(envelope.source()).isEqualTo("x");
        assertThat(envelope.format()).isEqualTo("y");
        assertThat(envelope.frame()).asString(UTF_8).isEqualTo("{\"a\":\"ü\"}");
    }

    @Test
    void givesBytesBackThatAreNoText() throws UnreadableFrame {
        byte[] frame = {(byte) 0xFF, 0, 'a'};
        String line = HEAD + "\"payload_base64\":\"" + Base64.getEncoder().encodeToString(frame) + "\"}";

        assertThat(decode(line).frame()).isEqualTo(frame);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|",
                "{|",
                "[]|",
                "{}|received_at",
                HEAD + "\"other\":1}|payload",
                HEAD + "\"payload\":null}|payload",
                HEAD + "\"payload\":{}}|payload",
                HEAD + "\"payload\":\"a\",\"payload_base64\":\"YQ==\"}|payload",
                HEAD + "\"payload_base64\":\"?\"}|payload_base64",
                HEAD + "\"payload\":\"a|payload",
                "{\"received_at\":\"12\",\"source\":\"x\",\"format\":\"y\",\"payload\":\"a\"}|received_at",
                "{\"received_at\":1.5,\"source\":\"x\",\"format\":\"y\",\"payload\":\"a\"}|received_at",
                "{\"received_at\":99999999999999999999,\"source\":\"x\",\"format\":\"y\",\"payload\":\"a\"}|received_at",
                "{\"received_at\":12,\"source\":\"\",\"format\":\"y\",\"payload\":\"a\"}|source",
                "{\"received_at\":12,\"source\":\"x\",\"payload\":\"a\"}|format",
                "{\"source\":\"x\",\"format\":\"y\",\"payload\":\"a\"}|received_at"
            })
    void namesWhatIsWrongWithALineThatIsNone(String line, String field) {
        assertThatThrownBy(() -> decode(line)).isInstanceOfSatisfying(UnreadableFrame.class, e -> assertThat(
                        e.rejection().field())
                .isEqualTo(field));
    }

    private static Envelope decode(String line) throws UnreadableFrame {
        return Envelope.decode(line.getBytes(UTF_8));
    }
}
