package io.groundswell.app.finding;

import io.groundswell.features.text.LookAlikes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which trends of a list can be taken for another one of it, since they look the same and are not. */
public final class TakenFor {
    private final Map<TrendFinding, String> originals = new HashMap<>();

    /** @param trends the strongest first */
    public TakenFor(List<TrendFinding> trends) {
        Map<String, List<TrendFinding>> alike = trends.stream()
                .collect(Collectors.groupingBy(trend -> trend.kind() + " " + LookAlikes.appearance(trend.term())));
        for (List<TrendFinding> same : alike.values()) {
            // One of a single script is the original, and of several the strongest: sorting keeps their order.
            TrendFinding original = same.stream()
                    .sorted(Comparator.comparing((TrendFinding trend) -> LookAlikes.isLookAlike(trend.term())))
                    .findFirst()
                    .orElseThrow();
            same.stream()
                    .filter(trend -> !trend.term().equals(original.term()))
                    .forEach(trend -> originals.put(trend, shown(original)));
        }
    }

    /** Returns what a trend can be taken for, as a list shows it; empty where it looks like none. */
    public Optional<String> of(TrendFinding trend) {
        return Optional.ofNullable(originals.get(trend));
    }

    private static String shown(TrendFinding trend) {
        return trend.kind().equals("hashtag") ? "#" + trend.display() : trend.display();
    }
}
