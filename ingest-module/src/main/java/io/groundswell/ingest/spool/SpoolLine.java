package io.groundswell.ingest.spool;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Base64;

/** Renders one line of a spool; see {@link SpoolWriter} for the format. Not for use by two threads at once. */
final class SpoolLine {
    private static final byte[] RECEIVED_AT = "{\"received_at\":".getBytes(UTF_8);
    private static final byte[] SOURCE = ",\"source\":\"".getBytes(UTF_8);
    private static final byte[] FORMAT = "\",\"format\":\"".getBytes(UTF_8);
    private static final byte[] PAYLOAD = "\",\"payload\":\"".getBytes(UTF_8);
    private static final byte[] PAYLOAD_BASE64 = "\",\"payload_base64\":\"".getBytes(UTF_8);
    private static final byte[] END = "\"}\n".getBytes(UTF_8);
    private static final byte[] CONTROL = "\\u00".getBytes(UTF_8);
    private static final byte[] HEX = "0123456789abcdef".getBytes(UTF_8);

    private final CharsetDecoder decoder = UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer decoded = CharBuffer.allocate(1 << 12);

    void append(Bytes out, long receivedAtMicros, String source, String format, byte[] payload) {
        out.append(RECEIVED_AT).append(receivedAtMicros).append(SOURCE);
        escape(source.getBytes(UTF_8), out);
        out.append(FORMAT);
        escape(format.getBytes(UTF_8), out);
        if (isUtf8(payload)) {
            escape(payload, out.append(PAYLOAD));
        } else {
            out.append(PAYLOAD_BASE64).append(Base64.getEncoder().encode(payload));
        }
        out.append(END);
    }

    private boolean isUtf8(byte[] bytes) {
        int ascii = 0;
        while (ascii < bytes.length && bytes[ascii] >= 0) {
            ascii++;
        }
        ByteBuffer rest = ByteBuffer.wrap(bytes, ascii, bytes.length - ascii);
        decoder.reset();
        CoderResult result;
        do {
            decoded.clear();
            result = decoder.decode(rest, decoded, true);
        } while (result.isOverflow());
        return !result.isError();
    }

    /** Copies whole stretches between the bytes that need escaping: a frame of JSON has a quotation mark every 8 or so. */
    private static void escape(byte[] bytes, Bytes out) {
        int copied = 0;
        for (int at = 0; at < bytes.length; at++) {
            byte b = bytes[at];
            if (b == '"' || b == '\\' || (b >= 0 && b < ' ')) {
                out.append(bytes, copied, at - copied);
                copied = at + 1;
                escapeOne(b, out);
            }
        }
        out.append(bytes, copied, bytes.length - copied);
    }

    private static void escapeOne(byte b, Bytes out) {
        if (b == '"' || b == '\\') {
            out.append('\\').append((char) b);
        } else {
            out.append(CONTROL).append((char) HEX[b >> 4]).append((char) HEX[b & 15]);
        }
    }
}
