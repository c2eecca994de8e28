package io.groundswell.model;

import java.time.Instant;

/**
 * A frame that could not be read, whole, with the reason.
 *
 * @param reason what is wrong, from a short closed list such as {@code malformed-json} or {@code missing-field}
 * @param field the field that it is wrong with, as a path in the frame; null where the frame as a whole is wrong
 */
public record RejectedPost(
        String source,
        Position position,
        String format,
        Instant receivedAt,
        String reason,
        String field,
        byte[] payload,
        int parserVersion) {}
