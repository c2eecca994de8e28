package io.groundswell.trends.rule;

import io.groundswell.model.RuleChange;
import io.groundswell.trends.rule.Rules.Held;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Rules that watch terms, each by thresholds of its own. */
public final class Watches implements Serializable {
    public static final Watches NONE = of(List.of());

    private final Map<Name, List<Watch>> byName = new HashMap<>();

    private record Name(String kind, String term) implements Serializable {}

    /**
     * A rule that watches a term.
     *
     * @param minEvidence null where that of all other terms holds
     * @param minAuthors null where those of all other terms hold
     */
    public record Watch(InForce inForce, Double minEvidence, Integer minAuthors) implements Serializable {}

    private Watches() {}

    static Watches of(List<Held> rules) {
        Watches watches = new Watches();
        for (Held held : rules) {
            RuleChange rule = held.rule();
            watches.byName
                    .computeIfAbsent(new Name(rule.kind(), rule.value()), any -> new ArrayList<>())
                    .add(new Watch(held.inForce(), rule.minEvidence(), rule.minAuthors()));
        }
        return watches;
    }

    public boolean isEmpty() {
        return byName.isEmpty();
    }

    /** Returns the rule that watches a term at a moment: of several the one that began last; or null. */
    public Watch of(String kind, String term, long moment) {
        Watch newest = null;
        // They come in the order in which they began.
        for (Watch watch : byName.getOrDefault(new Name(kind, term), List.of())) {
            newest = watch.inForce().at(moment) ? watch : newest;
        }
        return newest;
    }

    /** Returns the least number of authors by which any term may alarm at some moment. */
    public int leastAuthors(int ofOthers) {
        return byName.values().stream()
                .flatMap(List::stream)
                .map(Watch::minAuthors)
                .filter(Objects::nonNull)
                .reduce(ofOthers, Math::min);
    }

    /** Returns the least number of authors by which a term may alarm at some moment, watched or not. */
    public int leastAuthors(String kind, String term, int ofOthers) {
        return byName.getOrDefault(new Name(kind, term), List.of()).stream()
                .map(Watch::minAuthors)
                .filter(Objects::nonNull)
                .reduce(ofOthers, Math::min);
    }
}
