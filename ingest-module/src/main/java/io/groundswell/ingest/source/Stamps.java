package io.groundswell.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.OptionalLong;

/** The stamps of envelopes, read without their frames. */
public final class Stamps {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Stamps() {}

    /** Returns an envelope's received time in microseconds; empty where the bytes are none, which is rejected when read. */
    public static OptionalLong ofLine(byte[] line) {
        try {
            JsonNode received = JSON.readTree(line).path("received_at");
            return received.isIntegralNumber() && received.canConvertToLong() && received.longValue() >= 0
                    ? OptionalLong.of(received.longValue())
                    : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
