package io.groundswell.model;

import java.time.Instant;
import java.util.List;

/**
 * One post in its newest version; a deleted post has no row.
 *
 * @param changedAt {@code received_at} of the change that made this version
 */
public record Post(
        String source,
        String postId,
        String version,
        String authorId,
        Instant createdAt,
        Instant changedAt,
        String language,
        String text,
        List<Term> terms,
        List<String> mentions,
        List<String> links,
        String kind) {}
