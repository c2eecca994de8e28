package io.groundswell.ingest.suppress;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 under one key. Not for several threads. */
final class KeyedHash implements Serializable {
    private static final String ALGORITHM = "HmacSHA256";
    private static final HexFormat HEX = HexFormat.of();
    private static final int KEY_ID_CHARACTERS = 8;

    private final byte[] key;
    private transient Mac mac;

    KeyedHash(byte[] key) {
        this.key = key.clone();
    }

    /** Returns the hash of an id in hexadecimal. */
    String of(IdKind kind, String source, byte[] id) {
        byte[] head = (kind.label() + '\0' + source + '\0').getBytes(UTF_8);
        Mac ready = mac();
        ready.update(head);
        return HEX.formatHex(ready.doFinal(id));
    }

    /** Returns what tells this key from another, and does not tell the key. */
    String keyId() {
        return HEX.formatHex(mac().doFinal("key".getBytes(UTF_8))).substring(0, KEY_ID_CHARACTERS);
    }

    private Mac mac() {
        try {
            if (mac == null) {
                mac = Mac.getInstance(ALGORITHM);
                mac.init(new SecretKeySpec(key, ALGORITHM));
            }
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
