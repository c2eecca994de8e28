package io.groundswell.testkit.reference;

import java.util.Set;

/**
 * What a frame of X's API v2 says about a post.
 *
 * @param op created, edited or deleted
 * @param post id of the post's first version
 * @param version id of this version; {@code deleted} of a deletion
 * @param author whose post it is; where the frame does not say one of this post alone
 * @param createdMicros when the post was written, at the latest when it was received; 0 of a deletion
 * @param receivedMicros when the frame was received
 * @param isTimely whether its time can be true: not 48 hours ahead of when it was received
 * @param hashtags distinct, in lower case
 */
record XChange(
        String op,
        String post,
        String version,
        String author,
        long createdMicros,
        long receivedMicros,
        boolean isTimely,
        Set<String> hashtags) {
    static final String CREATED = "created";
    static final String EDITED = "edited";
    static final String DELETED = "deleted";

    boolean isDeletion() {
        return op.equals(DELETED);
    }

    /** Returns what a repeated frame shares with the first one. */
    String key() {
        return post + "|" + op + "|" + version;
    }
}
