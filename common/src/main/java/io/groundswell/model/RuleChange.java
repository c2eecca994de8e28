package io.groundswell.model;

import java.time.Instant;

/**
 * One change of one rule about what is counted or alarms, append only: from {@code effectiveAt} on the rule is what the
 * row says, until its next row.
 *
 * @param ruleId the rule's name, such as {@code r7}
 * @param action {@link #BLOCK}, such posts are not counted, or {@link #MUTE}, such terms are counted and raise no alarm
 * @param kind what the value is: {@link #AUTHOR} or {@link #PATTERN} of a block, a {@link Term}'s kind or
 *     {@link #PATTERN} of a mute
 * @param source the feed whose author is meant; null where authors of that id are meant in every feed, and for all else
 * @param value an author's id, a term in its canonical form, or a regular expression (RE2) that is sought in the text of
 *     a post or in the canonical form of a term
 * @param comment why, in the words of who set it; null where nobody said
 * @param effectiveAt from which decision on, by its moment of received time, this one included
 * @param isEnd whether the rule ends with this row
 * @param addedAt when the row was written
 */
public record RuleChange(
        String ruleId,
        String action,
        String kind,
        String source,
        String value,
        String comment,
        Instant effectiveAt,
        boolean isEnd,
        Instant addedAt) {
    public static final String BLOCK = "block";
    public static final String MUTE = "mute";
    public static final String AUTHOR = "author";
    public static final String PATTERN = "pattern";

    /** Returns the row that ends the rule. */
    public RuleChange ended(Instant at, String why, Instant now) {
        return new RuleChange(ruleId, action, kind, source, value, why, at, true, now);
    }
}
