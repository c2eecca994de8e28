package io.groundswell.ingest;

/** What to do at a hole in a feed, which is in ops.gaps either way. */
public enum OnGap {
    /** End the run, again and again, until someone has looked. */
    STOP,
    /** Go on behind it. */
    CONTINUE
}
