package io.groundswell.model;

import java.time.Instant;

/**
 * One frame as it was received, byte for byte.
 *
 * @param source the feed, such as {@code x}
 * @param position where in the feed the frame stood
 * @param format the wire format that reads it, such as {@code x}
 * @param clock which clock gave {@code receivedAt}: see {@link Clock}
 * @param receivedAt when the frame was taken; null for a replayed frame whose own time can't be read
 * @param payload the frame without its line end
 */
public record RawPost(
        String source, Position position, String format, String clock, Instant receivedAt, byte[] payload) {}
