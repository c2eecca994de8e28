package io.groundswell.trends.rule;

import io.groundswell.job.PlatformException;
import io.groundswell.model.RuleChange;
import io.groundswell.trends.rule.Rules.Held;
import java.io.Serializable;
import java.util.List;

/** A pattern, and when its rule holds. */
record HeldPattern(LinearPattern pattern, InForce inForce) implements Serializable {

    /** Returns the patterns among rules. */
    static List<HeldPattern> among(List<Held> rules) {
        return rules.stream()
                .filter(held -> held.rule().kind().equals(RuleChange.PATTERN))
                .map(held -> new HeldPattern(read(held.rule()), held.inForce()))
                .toList();
    }

    private static LinearPattern read(RuleChange rule) {
        try {
            return LinearPattern.of(rule.value());
        } catch (IllegalArgumentException e) {
            throw PlatformException.usage(
                    ("Rule %s can't be applied, its pattern is refused: %s. 'rules add' writes none such, another program"
                                    + " did: take its rows out of ops.rules.")
                            .formatted(rule.ruleId(), e.getMessage()));
        }
    }
}
