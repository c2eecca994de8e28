package io.groundswell.trends.rule;

import io.groundswell.job.PlatformException;
import io.groundswell.model.RuleChange;
import java.util.Collection;

/** What rules there can be, and how many. */
record RuleLimits(RuleSettings settings) {

    /** @throws PlatformException if it is a pattern that can't be read or would be too dear */
    void requireApplicable(Rule rule) {
        if (!rule.kind().equals(RuleChange.PATTERN)) {
            return;
        }
        int length = rule.value().length();
        if (length > settings.maxPatternLength()) {
            throw Rule.refused("its pattern has %,d characters, more than rules.max-pattern-length allows (%,d)"
                    .formatted(length, settings.maxPatternLength()));
        }
        try {
            LinearPattern.of(rule.value());
        } catch (IllegalArgumentException e) {
            throw PlatformException.usage(
                    ("Pattern refused: %s. Patterns are those of RE2, which have no look-around and no back-references:"
                                    + " mend it and add it again.")
                            .formatted(e.getMessage()));
        }
    }

    /**
     * @param open the rules in force or to come
     * @throws PlatformException if they are as many as are allowed
     */
    void requireRoom(Rule rule, Collection<RuleChange> open) {
        requireRoom("rules", open.size(), settings.maxRules(), "rules.max-rules");
        if (rule.kind().equals(RuleChange.PATTERN)) {
            long patterns = open.stream()
                    .filter(held -> held.kind().equals(RuleChange.PATTERN))
                    .count();
            requireRoom("patterns", patterns, settings.maxPatterns(), "rules.max-patterns");
        }
    }

    private static void requireRoom(String what, long held, int most, String key) {
        if (held >= most) {
            throw PlatformException.usage(
                    ("Rule refused: %,d %s are in force or to come, as many as %s allows. End one with 'rules end', or"
                                    + " raise the setting.")
                            .formatted(held, what, key));
        }
    }
}
