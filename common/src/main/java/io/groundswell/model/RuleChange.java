package io.groundswell.model;

import java.time.Instant;

/**
 * One change of one rule about what is counted or what alarms, append only: from {@code effectiveAt} on the rule is what the
 * row says, until its next row.
 *
 * @param ruleId the rule's name, such as {@code r7}
 * @param action {@link #BLOCK}, such posts are not counted, {@link #MUTE}, such terms are counted and raise no alarm, or
 *     {@link #WATCH}, such a term alarms by thresholds of its own
 * @param kind what the value is: {@link #AUTHOR} or {@link #PATTERN} of a block, a {@link Term}'s kind of a watch,
 *     such a kind or {@link #PATTERN} of a mute
 * @param source the feed whose author is meant; null where authors of that id are meant in every feed, and for all else
 * @param value an author's id, a term in its canonical form, or a regular expression (RE2) that is sought in the text of
 *     a post or in the canonical form of a term
 * @param minEvidence of a watch the least evidence of an alarm; null where that of all other terms holds
 * @param minAuthors of a watch the least distinct authors of an alarm; null where those of all other terms hold
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
        Double minEvidence,
        Integer minAuthors,
        String comment,
        Instant effectiveAt,
        boolean isEnd,
        Instant addedAt) {
    public static final String BLOCK = "block";
    public static final String MUTE = "mute";
    public static final String WATCH = "watch";
    public static final String AUTHOR = "author";
    public static final String PATTERN = "pattern";

    /** Returns the row that ends the rule. */
    public RuleChange ended(Instant at, String why, Instant now) {
        return new RuleChange(ruleId, action, kind, source, value, minEvidence, minAuthors, why, at, true, now);
    }
}
