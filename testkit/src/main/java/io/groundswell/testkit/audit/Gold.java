package io.groundswell.testkit.audit;

import io.delta.kernel.data.Row;
import io.groundswell.testkit.reference.CountKey;
import io.groundswell.testkit.reference.Counts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of gold.term_counts of hashtags and totals, over all languages and sources.
 *
 * @param doubled rows whose key is there more than once, but for the first of each
 */
record Gold(Map<CountKey, Counts> counts, long doubled) {
    private static final int MAX_EXAMPLES = 10;

    static Gold read(Path lake) throws IOException {
        Map<CountKey, Counts> counts = new HashMap<>();
        long[] doubled = new long[1];
        List<String> columns =
                List.of("window_width", "window_start", "scope", "kind", "term", "decided_at", "posts", "authors");
        new LakeTable(lake.resolve("gold/term_counts"), columns).forEach(row -> {
            if (isCompared(row)) {
                CountKey key =
                        new CountKey(row.getInt(0), row.getLong(1), row.getString(3), row.getString(4), row.getLong(5));
                if (counts.put(key, new Counts(row.getLong(6), row.getLong(7))) != null) {
                    doubled[0]++;
                }
            }
        });
        return new Gold(counts, doubled[0]);
    }

    private static boolean isCompared(Row row) {
        String kind = row.getString(3);
        return row.getString(2).equals("all") && (kind.equals(CountKey.HASHTAG) || kind.equals(CountKey.TOTAL));
    }

    /** Returns the keys whose counts differ from those wanted, or that only one of the two has. */
    Set<CountKey> mismatched(Map<CountKey, Counts> wanted) {
        Set<CountKey> keys = new HashSet<>(wanted.keySet());
        keys.addAll(counts.keySet());
        keys.removeIf(key -> wanted.containsKey(key) && wanted.get(key).equals(counts.get(key)));
        return keys;
    }

    List<String> examples(Set<CountKey> mismatched, Map<CountKey, Counts> wanted) {
        List<String> examples = new ArrayList<>();
        mismatched.stream()
                .limit(MAX_EXAMPLES)
                .forEach(key -> examples.add(key + " wanted " + wanted.get(key) + " found " + counts.get(key)));
        return examples;
    }
}
