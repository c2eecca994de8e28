package io.groundswell.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * What stands in a spool in the place of a line that was erased: {@code {"erased":true,"source":"x","format":"x"}} and
 * blanks, so that it is as long as the line was and no other line moves. It has no received time.
 *
 * @param source null where the line was no envelope
 * @param format null where the line was no envelope
 */
public record ErasedLine(String source, String format) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BARE = "{\"erased\":true}";
    private static final byte[] HEAD = "{\"erased\":true".getBytes(UTF_8);

    /** Returns what a line is the rest of; empty where it was not erased. */
    public static Optional<ErasedLine> of(byte[] line) {
        boolean mayBe = line.length >= HEAD.length && Arrays.mismatch(line, HEAD) == HEAD.length;
        if (!mayBe) {
            return Optional.empty();
        }
        try {
            JsonNode read = JSON.readTree(line);
            return Optional.of(new ErasedLine(
                    read.path("source").textValue(), read.path("format").textValue()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns the line, so many bytes long; one that is too short for it is blank. */
    byte[] bytes(int length) {
        byte[] whole = json().getBytes(UTF_8);
        byte[] fitting = whole.length <= length ? whole : BARE.getBytes(UTF_8);
        byte[] line = new byte[length];
        Arrays.fill(line, (byte) ' ');
        if (fitting.length <= length) {
            System.arraycopy(fitting, 0, line, 0, fitting.length);
        }
        return line;
    }

    private String json() {
        if (source == null) {
            return BARE;
        }
        ObjectNode node = JSON.createObjectNode().put("erased", true);
        node.put("source", source).put("format", format);
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Two names can't be written as JSON", e);
        }
    }
}
