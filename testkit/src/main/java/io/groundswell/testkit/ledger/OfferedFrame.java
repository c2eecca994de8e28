package io.groundswell.testkit.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A frame of the feed.
 *
 * @param number its place in the ledger, from 0
 * @param receivedMicros when the gateway took it, in microseconds since 1970
 */
public record OfferedFrame(long number, long receivedMicros, byte[] payload) {
    /** Returns what tells one frame from another: the hash of its bytes and when it was received. */
    public String identity() {
        return identity(receivedMicros, payload);
    }

    /** Returns the identity of a frame found elsewhere; {@code receivedMicros} may be null there. */
    public static String identity(Long receivedMicros, byte[] payload) {
        return sha256(payload) + "@" + receivedMicros;
    }

    static String sha256(byte[] payload) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(payload));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each JDK has SHA-256, but this one", e);
        }
    }
}
