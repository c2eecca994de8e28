package io.groundswell.trends.score;

/** What an alarm asks of a term in a window; the cheap ones come first. */
public enum Condition {
    /** No hole in a feed touches the window. */
    UNMASKED,
    /** The scope has a past to be surprised by. */
    KNOWN,
    /** Enough distinct authors. */
    AUTHORS,
    /** No author with too great a share of the posts. */
    TOP_AUTHOR_SHARE,
    /** Enough distinct texts. */
    TEXTS,
    /** Enough times what was expected. */
    LIFT,
    /** Enough evidence, of the window or of a run of windows up to it. */
    EVIDENCE
}
