package io.groundswell.trends.rule;

import io.groundswell.model.RuleChange;
import io.groundswell.trends.rule.Rules.Held;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules that mute terms: by name, or by a pattern found anywhere in the canonical form of a term of any kind. */
public final class Mutes implements Serializable {
    public static final Mutes NONE = of(List.of());

    private final Map<Name, List<InForce>> byName = new HashMap<>();
    private final List<HeldPattern> patterns;

    private record Name(String kind, String term) implements Serializable {}

    private Mutes(List<HeldPattern> patterns) {
        this.patterns = patterns;
    }

    static Mutes of(List<Held> rules) {
        Mutes mutes = new Mutes(HeldPattern.among(rules));
        for (Held held : rules) {
            RuleChange rule = held.rule();
            if (!rule.kind().equals(RuleChange.PATTERN)) {
                mutes.byName
                        .computeIfAbsent(new Name(rule.kind(), rule.value()), any -> new ArrayList<>())
                        .add(held.inForce());
            }
        }
        return mutes;
    }

    public boolean isEmpty() {
        return byName.isEmpty() && patterns.isEmpty();
    }

    /** Returns what of them concerns a term. */
    public OfTerm of(String kind, String term) {
        if (isEmpty()) {
            return OfTerm.NONE;
        }
        List<InForce> all = new ArrayList<>(byName.getOrDefault(new Name(kind, term), List.of()));
        patterns.stream()
                .filter(held -> held.pattern().isIn(term))
                .map(HeldPattern::inForce)
                .forEach(all::add);
        return new OfTerm(all);
    }

    /** The rules that mute one term. */
    public record OfTerm(List<InForce> all) {
        static final OfTerm NONE = new OfTerm(List.of());

        /** Returns the rule that mutes the term at a moment: of several one by its name before one by a pattern; or null. */
        public String by(long moment) {
            for (InForce rule : all) {
                if (rule.at(moment)) {
                    return rule.ruleId();
                }
            }
            return null;
        }
    }
}
