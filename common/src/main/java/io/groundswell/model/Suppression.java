package io.groundswell.model;

import java.time.Instant;

/**
 * A post or author that must not come back. Nobody can tell which without the key, which lies outside the tables.
 *
 * @param hash HMAC-SHA256 of kind, source and id under the key, in hexadecimal
 * @param kind {@link #POST}, {@link #AUTHOR} or {@link #COPY}
 * @param idBytes length of the id in UTF-8, so that only what is as long is hashed to compare
 * @param keyId tells whether a key is the one that the hash was made with
 * @param reason why, in the words of who asked; null where nobody said
 */
public record Suppression(String hash, String kind, int idBytes, String keyId, String reason, Instant suppressedAt) {
    public static final String POST = "post";
    public static final String AUTHOR = "author";

    /** A repost of a post that must not come back. */
    public static final String COPY = "copy";
}
