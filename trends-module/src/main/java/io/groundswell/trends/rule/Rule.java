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
 */
public record Rule(String action, String kind, String source, String value) {
    private static final List<String> BLOCKED = List.of(RuleChange.AUTHOR, RuleChange.PATTERN);
    private static final List<String> MUTED = List.of(Term.HASHTAG, Term.WORD, Term.PHRASE, RuleChange.PATTERN);

    /**
     * @throws PlatformException if no such thing can be ruled; the message has not the value
     */
    public Rule {
        List<String> kinds =
                switch (action) {
                    case RuleChange.BLOCK -> BLOCKED;
                    case RuleChange.MUTE -> MUTED;
                    default -> throw refused("there is nothing like '%s', only block and mute".formatted(action));
                };
        if (!kinds.contains(kind)) {
            throw refused("one can %s %s, not '%s'".formatted(action, String.join(", ", kinds), kind));
        }
        if (source != null && !kind.equals(RuleChange.AUTHOR)) {
            throw refused("a source belongs to an author alone, what is written is ruled for all feeds");
        }
        if (value.isBlank()) {
            throw refused("the %s is empty".formatted(kind));
        }
    }

    /** Returns the rule of another value. */
    public Rule about(String another) {
        return new Rule(action, kind, source, another);
    }

    static PlatformException refused(String why) {
        return PlatformException.usage("Rule refused: %s. 'rules add --help' says what there is.".formatted(why));
    }

    boolean isSaidBy(RuleChange change) {
        return action.equals(change.action())
                && kind.equals(change.kind())
                && Objects.equals(source, change.source())
                && value.equals(change.value());
    }
}
