package io.groundswell.graph;

import io.groundswell.table.Commit;
import io.groundswell.table.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Which windows are built, and of which posts: the note that goes with the commit of the last table that a run writes.
 * So it can't say more than the tables hold, whenever a run is killed.
 *
 * @param settings under which they were built; other settings build anew
 * @param prints of the windows by start, as {@link WindowPrints} made them
 */
record BuiltWindows(String settings, Map<Instant, Long> prints) {
    /** Before any window. */
    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

    private static final String HEAD = "build-graph ";

    /** Returns the newest note of the table for these settings; empty where it has none that is still in its history. */
    static Optional<BuiltWindows> of(SparkSession spark, Table table, GraphSettings settings) {
        return Commit.newestFirst(table, spark)
                .map(Commit::note)
                .filter(note -> note.startsWith(HEAD))
                .findFirst()
                .map(BuiltWindows::parse)
                .filter(built -> built.settings.equals(fingerprint(settings)));
    }

    /** Returns the windows of rows {@code window_start, print}. */
    static BuiltWindows of(GraphSettings settings, List<Row> prints) {
        Map<Instant, Long> byStart = new TreeMap<>();
        prints.forEach(row -> byStart.put(row.getTimestamp(0).toInstant(), row.getLong(1)));
        return new BuiltWindows(fingerprint(settings), byStart);
    }

    /** Returns the start of the oldest of so many newest windows; of all for 0 or where there are fewer. */
    Instant newest(int windows) {
        List<Instant> starts = List.copyOf(prints.keySet());
        return windows == 0 || windows >= starts.size() ? BEGINNING : starts.get(starts.size() - windows);
    }

    /** Returns the windows from a start on that are new, differ from these or are gone. */
    List<Instant> stale(BuiltWindows now, Instant from) {
        Map<Instant, Long> either = new TreeMap<>(prints);
        either.putAll(now.prints);
        return either.keySet().stream()
                .filter(start -> !start.isBefore(from))
                .filter(start -> !Objects.equals(prints.get(start), now.prints.get(start)))
                .toList();
    }

    /** Returns these windows with those from a start on as they are now. */
    BuiltWindows with(BuiltWindows now, Instant from) {
        Map<Instant, Long> either = new TreeMap<>(prints);
        either.keySet().removeIf(start -> !start.isBefore(from));
        now.prints.forEach((start, print) -> {
            if (!start.isBefore(from)) {
                either.put(start, print);
            }
        });
        return new BuiltWindows(now.settings, either);
    }

    String note() {
        return HEAD + settings + "\n"
                + prints.entrySet().stream()
                        .map(window -> window.getKey() + " " + Long.toHexString(window.getValue()))
                        .collect(Collectors.joining("\n"));
    }

    private static BuiltWindows parse(String note) {
        String[] lines = note.substring(HEAD.length()).split("\n", -1);
        Map<Instant, Long> prints = Arrays.stream(lines)
                .skip(1)
                .filter(line -> !line.isEmpty())
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(
                        window -> Instant.parse(window[0]), window -> Long.parseUnsignedLong(window[1], 16)));
        return new BuiltWindows(lines[0], prints);
    }

    /** What the rows depend on: every setting but how many windows a run looks at. */
    private static String fingerprint(GraphSettings s) {
        return "%s %d %d %s %s %s"
                .formatted(
                        s.window(),
                        s.minSupport(),
                        s.maxTagsPerPost(),
                        s.maxFalseDiscovery(),
                        s.backboneLevel(),
                        s.damping());
    }
}
