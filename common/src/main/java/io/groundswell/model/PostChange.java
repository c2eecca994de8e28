package io.groundswell.model;

import java.time.Instant;
import java.util.List;

/**
 * One accepted change of a post, append only.
 *
 * @param op {@link #CREATED}, {@link #EDITED} or {@link #DELETED}
 * @param postId the post's id; every edit of a post has the id of its first version
 * @param version the id of this version; with source, post and op it tells one change from another
 * @param authorId null where the feed does not say
 * @param createdAt when the post, not this change of it, was written; null in a deletion whose feed does not say
 * @param receivedAt when the change was taken
 * @param clock which clock gave {@code receivedAt}: see {@link Clock}
 * @param lateBy {@code receivedAt − createdAt} in milliseconds, never below 0; null where {@code createdAt} is
 * @param isClamped whether {@code createdAt} lay more than 5 minutes after {@code receivedAt} and was set to it
 * @param language BCP 47 primary subtag; null where neither the feed nor the script tells
 * @param text null in a deletion
 * @param terms distinct terms in the order of the text; empty in a deletion
 * @param kind {@code post}, {@code repost}, {@code reply} or {@code quote}; null in a deletion
 */
public record PostChange(
        String op,
        String source,
        String postId,
        String version,
        String authorId,
        Instant createdAt,
        Instant receivedAt,
        String clock,
        Long lateBy,
        boolean isClamped,
        String language,
        String text,
        List<Term> terms,
        List<String> mentions,
        List<String> links,
        String kind,
        Position position,
        int parserVersion,
        int extractorVersion) {
    public static final String CREATED = "created";
    public static final String EDITED = "edited";
    public static final String DELETED = "deleted";
}
