package io.groundswell.model;

import java.time.Instant;
import java.util.List;

/**
 * One accepted change of a post, append only; or the removal of an account, which ends all of its posts.
 *
 * @param op {@link #CREATED}, {@link #EDITED}, {@link #DELETED} or {@link #ACCOUNT_REMOVED}
 * @param postId the post's id; every edit of a post has the id of its first version; null in an account's removal
 * @param version the id of this version, of an account's removal its time; with source, op and post, or account where
 *     there is no post, it tells one change from another
 * @param authorId null where the feed does not say; never in an account's removal
 * @param createdAt when the post, not this change of it, was written; of an account's removal when the account went;
 *     null in a deletion or removal whose feed does not say
 * @param receivedAt when the change was taken
 * @param clock which clock gave {@code receivedAt}: see {@link Clock}
 * @param lateBy {@code receivedAt} less the {@code createdAt} that the source claims, in milliseconds: negative where it
 *     claims a later time, also one that was clamped; null where it claims none
 * @param isClamped whether {@code createdAt} lay more than 5 minutes after {@code receivedAt} and was set to it
 * @param language BCP 47 primary subtag; null where neither the feed nor the script tells
 * @param text null in a deletion and a removal
 * @param terms distinct terms in the order of the text; empty in a deletion and a removal
 * @param kind {@code post}, {@code repost}, {@code reply} or {@code quote}; null in a deletion and a removal
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

    /** The account of {@code authorId} is gone, and with it each post that it had written until then. */
    public static final String ACCOUNT_REMOVED = "account_removed";
}
