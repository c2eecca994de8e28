package io.groundswell.model;

import java.time.Instant;

/**
 * A hole in a feed: what its server no longer had when it was to be read; or a silence, in which no change of a busy
 * source came by an input that goes on.
 *
 * @param source the feed; where the frames of an input name theirs, the one under which broken frames are rejected
 * @param lane the part of the feed, as in {@link Position}; of a silence, which is one of all lanes of an input,
 *     {@code spool} or {@code topic}
 * @param fromOffset the first offset that is missing; null where the feed has none, and of a silence
 * @param toOffset the first offset that is there again; null likewise
 * @param fromReceived {@code received_at} of the last frame before the hole, of a silence that of the last accepted
 *     change; null where none has landed
 * @param toReceived {@code received_at} of the first one behind it; null where there is none yet
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
