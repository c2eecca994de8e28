package io.groundswell.trends.evaluate;

/** A term of a kind, by its canonical form. */
public record TermName(String kind, String term) {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    /** Returns 64 bits that stand for the term where names would take too much memory: FNV-1a, then mixed. */
    long fingerprint() {
        long hash = OFFSET;
        for (int i = 0; i < kind.length(); i++) {
            hash = (hash ^ kind.charAt(i)) * PRIME;
        }
        for (int i = 0; i < term.length(); i++) {
            hash = (hash ^ term.charAt(i)) * PRIME;
        }
        hash = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
        return hash ^ (hash >>> 29);
    }
}
