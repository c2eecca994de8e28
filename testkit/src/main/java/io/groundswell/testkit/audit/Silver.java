package io.groundswell.testkit.audit;

import io.delta.kernel.data.Row;
import io.groundswell.testkit.reference.Reference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The silver tables: what became of each frame of bronze, and the settled posts. */
final class Silver {
    private static final String CHANGES = "silver/post_changes";

    private final Set<String> accepted = new HashSet<>();
    private final Set<String> changes = new HashSet<>();
    private final Set<String> rejected = new HashSet<>();
    private final Set<String> posts = new HashSet<>();
    private final Map<String, Long> rows = new TreeMap<>();
    private final Map<String, Long> doubled = new TreeMap<>();

    static Silver read(Path lake) throws IOException {
        Silver silver = new Silver();
        silver.readKeys(lake, CHANGES, List.of("position"), silver.accepted, Silver::position);
        silver.readChanges(lake);
        silver.readKeys(lake, "silver/rejected_posts", List.of("position"), silver.rejected, Silver::position);
        silver.readKeys(lake, "silver/posts", List.of("post_id"), silver.posts, Silver::texts);
        return silver;
    }

    /** Names what a row is about. */
    private interface Key {
        String of(Row row);
    }

    private void readKeys(Path lake, String table, List<String> columns, Set<String> keys, Key key) throws IOException {
        long[] read = new long[1];
        new LakeTable(lake.resolve(table), columns).forEach(row -> {
            keys.add(key.of(row));
            read[0]++;
        });
        rows.put(table, read[0]);
        doubled.merge(table, read[0] - keys.size(), Math::max);
    }

    /** Once more by what they say: the same change twice within 48 hours is as wrong as one position twice. */
    private void readChanges(Path lake) throws IOException {
        Map<String, List<Long>> received = new HashMap<>();
        new LakeTable(lake.resolve(CHANGES), List.of("post_id", "op", "version", "received_at"))
                .forEach(row -> received.computeIfAbsent(texts(row, 3), key -> new ArrayList<>(1))
                        .add(row.getLong(3)));
        changes.addAll(received.keySet());
        doubled.merge(
                CHANGES,
                received.values().stream()
                        .mapToLong(
                                times -> times.size() - Reference.keptOf(times).size())
                        .sum(),
                Math::max);
    }

    static String position(Row row) {
        Row position = row.getStruct(row.getSchema().indexOf("position"));
        return position.getString(0) + "@" + position.getLong(1);
    }

    private static String texts(Row row) {
        return texts(row, row.getSchema().length());
    }

    /** Returns the first columns of a row. */
    private static String texts(Row row, int columns) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            key.append(i == 0 ? "" : "|").append(row.isNullAt(i) ? "" : row.getString(i));
        }
        return key.toString();
    }

    /** Returns whether something became of a frame of bronze: it is in exactly one table, or repeats a change. */
    boolean accountsFor(String position, byte[] payload) {
        boolean isAccepted = accepted.contains(position);
        boolean isRejected = rejected.contains(position);
        return isAccepted != isRejected
                || (!isAccepted
                        && Reference.changeKey(payload)
                                .filter(changes::contains)
                                .isPresent());
    }

    /** Returns how many rows of silver come from no frame of bronze. */
    long fromNowhere(Set<String> positions) {
        return missing(accepted, positions) + missing(rejected, positions);
    }

    /** Returns how many posts are missing or too many. */
    long unsettled(Set<String> wanted) {
        return missing(wanted, posts) + missing(posts, wanted);
    }

    Map<String, Long> rows() {
        return rows;
    }

    Map<String, Long> doubled() {
        return doubled;
    }

    private static long missing(Set<String> wanted, Set<String> found) {
        return wanted.stream().filter(key -> !found.contains(key)).count();
    }
}
