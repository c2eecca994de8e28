package io.groundswell.trends.rule;

import io.groundswell.model.RuleChange;
import io.groundswell.table.Micros;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What rules hold when: a function of ops.rules alone, whatever the order of its rows.
 *
 * @param all each rule as often as it held, in the order in which that began
 */
public record Rules(List<Held> all) {
    public static final Rules NONE = new Rules(List.of());

    /** An end comes after what begins at the same moment, which so never holds. */
    static final Comparator<RuleChange> IN_ORDER = Comparator.comparing(RuleChange::effectiveAt)
            .thenComparing(RuleChange::isEnd)
            .thenComparing(RuleChange::action)
            .thenComparing(RuleChange::kind)
            .thenComparing(RuleChange::value);

    /** A rule as a row says it, and how long it held so. */
    public record Held(RuleChange rule, InForce inForce) {}

    public Rules {
        all = List.copyOf(all);
    }

    /** Returns the rules of the rows of ops.rules. */
    public static Rules of(Collection<RuleChange> changes) {
        Map<String, List<RuleChange>> byRule =
                changes.stream().collect(Collectors.groupingBy(RuleChange::ruleId, TreeMap::new, Collectors.toList()));
        List<Held> all = new ArrayList<>();
        byRule.values()
                .forEach(ofRule -> addTo(all, ofRule.stream().sorted(IN_ORDER).toList()));
        all.sort(Comparator.comparingLong((Held held) -> held.inForce().from())
                .thenComparing(held -> held.rule().addedAt())
                .thenComparing(held -> held.rule().ruleId()));
        return new Rules(all);
    }

    private static void addTo(List<Held> all, List<RuleChange> ofRule) {
        for (int i = 0; i < ofRule.size(); i++) {
            RuleChange rule = ofRule.get(i);
            long from = Micros.of(rule.effectiveAt());
            long to = i + 1 < ofRule.size() ? Micros.of(ofRule.get(i + 1).effectiveAt()) : InForce.FOREVER;
            if (!rule.isEnd() && from < to) {
                all.add(new Held(rule, new InForce(rule.ruleId(), from, to)));
            }
        }
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Returns those that hold at a moment. */
    public List<RuleChange> at(long moment) {
        return all.stream()
                .filter(held -> held.inForce().at(moment))
                .map(Held::rule)
                .toList();
    }

    /** Returns those that hold at some moment after one and up to another. */
    public Rules during(long after, long through) {
        return new Rules(all.stream()
                .filter(held -> held.inForce().within(after, through))
                .toList());
    }

    /**
     * Returns those that block posts.
     *
     * @throws io.groundswell.job.PlatformException if one is a pattern that can't be read
     */
    public Blocks blocks() {
        return Blocks.of(acting(RuleChange.BLOCK));
    }

    /**
     * Returns those that mute terms.
     *
     * @throws io.groundswell.job.PlatformException if one is a pattern that can't be read
     */
    public Mutes mutes() {
        return Mutes.of(acting(RuleChange.MUTE));
    }

    /** Returns those that watch terms. */
    public Watches watches() {
        return Watches.of(acting(RuleChange.WATCH));
    }

    private List<Held> acting(String action) {
        return all.stream().filter(held -> held.rule().action().equals(action)).toList();
    }
}
