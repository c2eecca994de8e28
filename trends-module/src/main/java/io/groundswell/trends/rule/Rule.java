package io.groundswell.trends.rule;

import io.groundswell.job.PlatformException;
import io.groundswell.model.RuleChange;
import io.groundswell.model.Term;
import java.util.List;
import java.util.Objects;

/**
 * What is to be ruled; the components are those of {@link RuleChange}.
 *
 * @param value of a term its canonical form
 * @param minEvidence of a watch its own least evidence; null for that of all terms
 * @param minAuthors of a watch its own least authors; null for those of all terms
 */
public record Rule(String action, String kind, String source, String value, Double minEvidence, Integer minAuthors) {
    private static final List<String> BLOCKED = List.of(RuleChange.AUTHOR, RuleChange.PATTERN);
    private static final List<String> MUTED = List.of(Term.HASHTAG, Term.WORD, Term.PHRASE, RuleChange.PATTERN);

    private static final List<String> WATCHED = List.of(Term.HASHTAG, Term.WORD, Term.PHRASE);

    /** Returns a rule without thresholds of its own. */
    public Rule(String action, String kind, String source, String value) {
        this(action, kind, source, value, null, null);
    }

    /**
     * @throws PlatformException if no such thing can be ruled; the message has not the value
     */
    public Rule {
        List<String> kinds =
                switch (action) {
                    case RuleChange.BLOCK -> BLOCKED;
                    case RuleChange.MUTE -> MUTED;
                    case RuleChange.WATCH -> WATCHED;
                    default ->
                        throw refused("there is nothing like '%s', only block, mute and watch".formatted(action));
                };
        if (!kinds.contains(kind)) {
            throw refused("one can %s %s, not '%s'".formatted(action, String.join(", ", kinds), kind));
        }
        if (source != null && !kind.equals(RuleChange.AUTHOR)) {
            throw refused("a source belongs to an author alone, what is written is ruled for all feeds");
        }
        if ((minEvidence != null || minAuthors != null) && !action.equals(RuleChange.WATCH)) {
            throw refused("thresholds of its own belong to a watch alone");
        }
        if (minEvidence != null && !(minEvidence > 0 && Double.isFinite(minEvidence))) {
            throw refused("the least evidence must be a number above 0, not %s".formatted(minEvidence));
        }
        if (minAuthors != null && minAuthors < 1) {
            throw refused("the least number of authors must be 1 or more, not %d".formatted(minAuthors));
        }
        if (value.isBlank()) {
            throw refused("the %s is empty".formatted(kind));
        }
    }

    /** Returns the rule of another value. */
    public Rule about(String another) {
        return new Rule(action, kind, source, another, minEvidence, minAuthors);
    }

    static PlatformException refused(String why) {
        return PlatformException.usage("Rule refused: %s. 'rules add --help' says what there is.".formatted(why));
    }

    boolean isSaidBy(RuleChange change) {
        return action.equals(change.action())
                && kind.equals(change.kind())
                && Objects.equals(source, change.source())
                && value.equals(change.value())
                && Objects.equals(minEvidence, change.minEvidence())
                && Objects.equals(minAuthors, change.minAuthors());
    }
}
