package io.groundswell.ingest.source;

import io.groundswell.ingest.parse.JsonCursor;
import io.groundswell.ingest.parse.Reason;
import io.groundswell.ingest.parse.UnreadableFrame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A spool's line: a frame with what its gateway knew of it.
 *
 * @param receivedMicros when the gateway took it, in microseconds since 1970
 * @param source the feed
 * @param format the wire format of the frame
 * @param frame the frame's bytes
 */
public record Envelope(long receivedMicros, String source, String format, byte[] frame) {
    private static final int MAX_NAME_LENGTH = 256;

    /**
     * Returns the line's envelope.
     *
     * @throws UnreadableFrame if the line is none, with the field that is wrong
     */
    public static Envelope decode(byte[] line) throws UnreadableFrame {
        Fields fields = new Fields();
        JsonCursor.read(line, cursor -> cursor.fields(name -> fields.read(cursor, name)));
        return fields.envelope();
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

        private Envelope envelope() throws UnreadableFrame {
            if (receivedMicros == null) {
                throw new UnreadableFrame(Reason.BAD_ENVELOPE, "received_at");
            }
            return new Envelope(receivedMicros, name(source, "source"), name(format, "format"), frame());
        }

        private static String name(String text, String field) throws UnreadableFrame {
            if (text == null || text.isBlank() || text.length() > MAX_NAME_LENGTH) {
                throw new UnreadableFrame(Reason.BAD_ENVELOPE, field);
            }
            return text;
        }

        private byte[] frame() throws UnreadableFrame {
            if ((payload == null) == (payloadBase64 == null)) {
                throw new UnreadableFrame(Reason.BAD_ENVELOPE, "payload");
            }
            if (payload != null) {
                return payload.getBytes(StandardCharsets.UTF_8);
            }
            try {
                return Base64.getDecoder().decode(payloadBase64);
            } catch (IllegalArgumentException e) {
                throw new UnreadableFrame(Reason.BAD_ENVELOPE, "payload_base64"); // which is not Base64
            }
        }
    }
}
