package io.groundswell.model;

import java.time.Instant;

/**
 * A hole in a feed: what its server no longer had when it was to be read.
 *
 * @param source the feed; where the frames of an input name theirs, the one under which broken frames are rejected
 * @param lane the part of the feed, as in {@link Position}
 * @param fromOffset the first offset that is missing; null where the feed has none
 * @param toOffset the first offset that is there again; null where the feed has none
 * @param fromReceived {@code received_at} of the last frame before the hole; null where none has landed
 * @param toReceived {@code received_at} of the first frame behind the hole; null where there is none yet
 */
public record Gap(
        String source,
        String lane,
        Long fromOffset,
        Long toOffset,
        Instant fromReceived,
        Instant toReceived,
        Instant foundAt,
        String runId) {}
