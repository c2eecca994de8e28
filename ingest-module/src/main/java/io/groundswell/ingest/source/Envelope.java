package io.groundswell.ingest.source;

import io.groundswell.ingest.parse.JsonCursor;
import io.groundswell.ingest.parse.UnreadableFrame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A spool's line: a frame with what its gateway knew of it.
 *
 * @param receivedMicros when the gateway took it, in microseconds since 1970
 * @param source the feed
 * @param format the wire format of the frame
 * @param frame the frame's bytes
 */
public record Envelope(long receivedMicros, String source, String format, byte[] frame) {

    /** Returns the line's envelope; empty where the line is none. */
    public static Optional<Envelope> decode(byte[] line) {
        Fields fields = new Fields();
        try {
            JsonCursor.read(line, cursor -> cursor.fields(name -> fields.read(cursor, name)));
            return fields.envelope();
        } catch (UnreadableFrame e) {
            return Optional.empty();
        }
    }

    private static final class Fields {
        private Long receivedMicros;
        private String source;
        private String format;
        private String payload;
        private String payloadBase64;

        private void read(JsonCursor cursor, String name) throws IOException {
            switch (name) {
                case "received_at" -> receivedMicros = cursor.number();
                case "source" -> source = cursor.text();
                case "format" -> format = cursor.text();
                case "payload" -> payload = cursor.text();
                case "payload_base64" -> payloadBase64 = cursor.text();
                default -> cursor.skip();
            }
        }

        private Optional<Envelope> envelope() {
            boolean hasFrame = (payload == null) != (payloadBase64 == null);
            if (receivedMicros == null || isBlank(source) || isBlank(format) || !hasFrame) {
                return Optional.empty();
            }
            if (payload != null) {
                return Optional.of(
                        new Envelope(receivedMicros, source, format, payload.getBytes(StandardCharsets.UTF_8)));
            }
            try {
                byte[] frame = Base64.getDecoder().decode(payloadBase64);
                return Optional.of(new Envelope(receivedMicros, source, format, frame));
            } catch (IllegalArgumentException e) {
                return Optional.empty(); // not Base64
            }
        }

        private static boolean isBlank(String text) {
            return text == null || text.isBlank();
        }
    }
}
