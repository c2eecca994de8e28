package io.groundswell.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
    private static final String HEAD = "{\"received_at\":12,\"source\":\"x\",\"format\":\"y\",";

    @Test
    void givesTheFrameBack() {
        Envelope envelope =
                decode(HEAD + "\"payload\":\"{\\\"a\\\":\\\"ü\\\"}\"}").orElseThrow();

        assertThat(envelope.receivedMicros()).isEqualTo(12);
        assertThat(envelope.source()).isEqualTo("x");
        assertThat(envelope.format()).isEqualTo("y");
        assertThat(envelope.frame()).asString(UTF_8).isEqualTo("{\"a\":\"ü\"}");
    }

    @Test
    void givesBytesBackThatAreNoText() {
        byte[] frame = {(byte) 0xFF, 0, 'a'};
        String line = HEAD + "\"payload_base64\":\"" + Base64.getEncoder().encodeToString(frame) + "\"}";

        assertThat(decode(line).orElseThrow().frame()).isEqualTo(frame);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                HEAD + "\"other\":1}",
                HEAD + "\"payload\":null}",
                HEAD + "\"payload\":{}}",
                HEAD + "\"payload\":\"a\",\"payload_base64\":\"YQ==\"}",
                HEAD + "\"payload_base64\":\"?\"}",
                "{\"received_at\":\"12\",\"source\":\"x\",\"format\":\"y\",\"payload\":\"a\"}",
                "{\"received_at\":1.5,\"source\":\"x\",\"format\":\"y\",\"payload\":\"a\"}",
                "{\"received_at\":99999999999999999999,\"source\":\"x\",\"format\":\"y\",\"payload\":\"a\"}",
                "{\"received_at\":12,\"source\":\"\",\"format\":\"y\",\"payload\":\"a\"}",
                "{\"received_at\":12,\"source\":\"x\",\"payload\":\"a\"}",
                "{\"source\":\"x\",\"format\":\"y\",\"payload\":\"a\"}"
            })
    void isEmptyForALineThatIsNone(String line) {
        assertThat(decode(line)).isEmpty();
    }

    private static Optional<Envelope> decode(String line) {
        return Envelope.decode(line.getBytes(UTF_8));
    }
}
