package io.groundswell.model;

/**
 * Where a frame stands in its feed; positions of one lane are ordered by offset.
 *
 * @param lane an ordered part of the feed: a file's or segment's path below the input, or {@code topic-partition}
 * @param offset the frame's first byte in the (decompressed) lane, or its offset in the topic
 */
public record Position(String lane, long offset) {}
