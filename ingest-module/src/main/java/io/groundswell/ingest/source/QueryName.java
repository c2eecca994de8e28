package io.groundswell.ingest.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names of queries: a run with the same input and source goes on with the query of the last one. */
public final class QueryName {
    private static final int HASH_CHARACTERS = 12;

    private QueryName() {}

    /** Returns a name made of the source and a hash of all that says what is read and how. */
    public static String of(String source, String... what) {
        return source + "-" + hash(source + "\n" + String.join("\n", what));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
