package io.groundswell.trends.rule;

import io.groundswell.model.RuleChange;
import io.groundswell.trends.rule.Rules.Held;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules that block posts: by author, or by a pattern found anywhere in the text as it was written. */
public final class Blocks implements Serializable {
    public static final Blocks NONE = of(List.of());

    private final Map<String, List<Author>> byAuthor = new HashMap<>();
    private final List<HeldPattern> patterns;

    /** An author of one feed, or of each where {@code source} is null. */
    private record Author(String source, InForce inForce) implements Serializable {
        boolean isOf(String feed) {
            return source == null || source.equals(feed);
        }
    }

    /** Decisions of which a post is blocked, or free: after {@code after} and up to {@code through}, in microseconds. */
    public record Stretch(long after, long through, boolean isBlocked) {}

    private Blocks(List<HeldPattern> patterns) {
        this.patterns = patterns;
    }

    static Blocks of(List<Held> rules) {
        Blocks blocks = new Blocks(HeldPattern.among(rules));
        for (Held held : rules) {
            RuleChange rule = held.rule();
            if (rule.kind().equals(RuleChange.AUTHOR)) {
                blocks.byAuthor
                        .computeIfAbsent(rule.value(), any -> new ArrayList<>())
                        .add(new Author(rule.source(), held.inForce()));
            }
        }
        return blocks;
    }

    public boolean isEmpty() {
        return byAuthor.isEmpty() && patterns.isEmpty();
    }

    /**
     * Returns all time in stretches that are blocked or free by turns; none where no rule ever touches the post.
     *
     * @param author null where the feed does not say
     * @param text null in a deletion and a removal, which nothing blocks
     */
    public List<Stretch> of(String source, String author, String text) {
        if (text == null) {
            return List.of();
        }
        List<InForce> touching = new ArrayList<>();
        byAuthor.getOrDefault(author, List.of()).stream()
                .filter(blocked -> blocked.isOf(source))
                .map(Author::inForce)
                .forEach(touching::add);
        patterns.stream()
                .filter(held -> held.pattern().isIn(text))
                .map(HeldPattern::inForce)
                .forEach(touching::add);
        return stretches(touching);
    }

    private static List<Stretch> stretches(List<InForce> touching) {
        if (touching.isEmpty()) {
            return List.of();
        }
        touching.sort(Comparator.comparingLong(InForce::from));
        List<Stretch> stretches = new ArrayList<>();
        long told = Long.MIN_VALUE; // all decisions up to this one have a stretch
        for (InForce rule : touching) {
            long before = rule.from() - 1; // the last decision that the rule leaves alone
            long last = rule.to() == InForce.FOREVER ? Long.MAX_VALUE : rule.to() - 1;
            if (before > told) {
                stretches.add(new Stretch(told, before, false));
                told = before;
            }
            if (last > told) {
                stretches.add(new Stretch(told, last, true));
                told = last;
            }
        }
        if (told < Long.MAX_VALUE) {
            stretches.add(new Stretch(told, Long.MAX_VALUE, false));
        }
        return stretches;
    }
}
