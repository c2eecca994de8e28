package io.groundswell.ingest.suppress;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.groundswell.model.Suppression;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The ids that must not come back, to be asked for one by one, or found in bytes. An id of fewer than six bytes is found
 * only where it stands alone between quotation marks: elsewhere it would be taken for the numbers of dates and counts.
 * Not for several threads.
 */
public final class SuppressedIds implements Serializable {
    private static final int LEAST_LOOSE_BYTES = 6;
    private static final int MAX_ID_BYTES = 1 << 10;

    private final KeyedHash hash;
    private final Set<String> hashes = new HashSet<>();
    private final Map<IdKind, BitSet> lengths = new EnumMap<>(IdKind.class);

    SuppressedIds(KeyedHash hash, Collection<Suppression> rows) {
        this.hash = hash;
        for (IdKind kind : IdKind.values()) {
            lengths.put(kind, new BitSet());
        }
        rows.forEach(this::add);
    }

    /** Returns a list without ids. */
    public static SuppressedIds none() {
        return new SuppressedIds(new KeyedHash(new byte[1]), Set.of());
    }

    /** Which ids stand in some bytes. */
    public record Named(boolean any, boolean post) {}

    void add(Suppression row) {
        hashes.add(row.hash());
        lengths.get(IdKind.labelled(row.kind())).set(row.idBytes());
    }

    /** Returns the row of an id. */
    Suppression row(IdKind kind, String source, String id, String reason, Instant now) {
        byte[] bytes = id.getBytes(UTF_8);
        return new Suppression(hash.of(kind, source, bytes), kind.label(), bytes.length, hash.keyId(), reason, now);
    }

    public boolean isEmpty() {
        return hashes.isEmpty();
    }

    int size() {
        return hashes.size();
    }

    boolean has(String rowHash) {
        return hashes.contains(rowHash);
    }

    /** Returns whether a post must not come back, or is a copy of one. */
    public boolean isPost(String source, String id) {
        return id != null && (holds(IdKind.POST, source, id) || holds(IdKind.COPY, source, id));
    }

    public boolean isAuthor(String source, String id) {
        return id != null && holds(IdKind.AUTHOR, source, id);
    }

    private boolean holds(IdKind kind, String source, String id) {
        byte[] bytes = id.getBytes(UTF_8);
        return lengths.get(kind).get(bytes.length) && hashes.contains(hash.of(kind, source, bytes));
    }

    /** Returns which ids of posts and authors stand in the bytes. */
    public Named in(String source, byte[] bytes) {
        boolean[] found = new boolean[2];
        IdTokens.visit(bytes, (from, to, isQuoted) -> {
            IdKind kind = kind(source, bytes, from, to, isQuoted);
            found[0] |= kind != null;
            found[1] |= kind == IdKind.POST;
        });
        return new Named(found[0], found[1]);
    }

    /** Returns the bytes with another id of the same length and form in the place of each; the same ones where none is. */
    public byte[] masked(String source, byte[] bytes) {
        byte[][] masked = {bytes};
        IdTokens.visit(bytes, (from, to, isQuoted) -> {
            if (kind(source, bytes, from, to, isQuoted) != null) {
                masked[0] = masked[0] == bytes ? bytes.clone() : masked[0];
                mask(masked[0], from, to);
            }
        });
        return masked[0];
    }

    /** Returns the text with each id masked; null for null. */
    public String masked(String source, String text) {
        if (text == null) {
            return null;
        }
        byte[] bytes = text.getBytes(UTF_8);
        byte[] masked = masked(source, bytes);
        return masked == bytes ? text : new String(masked, UTF_8);
    }

    private IdKind kind(String source, byte[] bytes, int from, int to, boolean isQuoted) {
        int length = to - from;
        if (length > MAX_ID_BYTES || (length < LEAST_LOOSE_BYTES && !isQuoted)) {
            return null;
        }
        boolean mayBePost = lengths.get(IdKind.POST).get(length);
        if (!mayBePost && !lengths.get(IdKind.AUTHOR).get(length)) {
            return null;
        }
        byte[] id = Arrays.copyOfRange(bytes, from, to);
        if (mayBePost && hashes.contains(hash.of(IdKind.POST, source, id))) {
            return IdKind.POST;
        }
        return hashes.contains(hash.of(IdKind.AUTHOR, source, id)) ? IdKind.AUTHOR : null;
    }

    private static void mask(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            boolean isDigit = bytes[at] >= '0' && bytes[at] <= '9';
            if (IdTokens.isAlphanumeric(bytes[at]) || bytes[at] < 0) {
                bytes[at] = (byte) (isDigit ? '1' : 'x');
            }
        }
    }
}
