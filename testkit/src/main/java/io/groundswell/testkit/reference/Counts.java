package io.groundswell.testkit.reference;

/** Posts and their distinct authors. */
public record Counts(long posts, long authors) {
    static final Counts NONE = new Counts(0, 0);
}
