package io.groundswell.ingest.silence;

import io.groundswell.ingest.silence.ReceivedMinutes.Stretch;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Looks for silences of the sources of an input, up to where all has landed that it received. Most batches need no look
 * at a table: where a change follows less than a minute behind the last one that is known, there is none between them.
 *
 * <p>A silence is known once a change behind it has landed; until then no frontier may lie far behind the last change
 * before it, or windows that the silence touches were decided as if nothing were missing.
 */
public final class SilenceWatch {
    /**
     * How far a frontier may lie behind the last change that is known: no longer than decisions wait after the end of a
     * window, so each window that is decided ended before that change.
     */
    static final long SLACK = Micros.of(Duration.ofSeconds(10));

    private final Lake lake;
    private final SilentGaps gaps;
    /** Up to when silences were looked for: the last change there, or one of the slack before it. */
    private final Map<String, Long> watched = new TreeMap<>();
    /** When the oldest change was received that this run has read of a source; the least time once one was told. */
    private final Map<String, Long> begun = new TreeMap<>();

    /**
     * @param input the query that reads the input
     * @param lane what the rows say for a lane, whichever the query is
     * @param told through when each source had been told to be received, in microseconds since 1970
     */
    public SilenceWatch(Lake lake, String input, String lane, Map<String, Long> told) {
        this.lake = lake;
        this.gaps = new SilentGaps(lake, input, lane);
        told.forEach((source, through) -> {
            watched.put(source, through - SLACK);
            begun.put(source, Long.MIN_VALUE);
        });
    }

    /** Takes note of what a batch brought of each source, repeats among it; it has landed. */
    public void landed(Map<String, Received> received) {
        received.forEach((source, its) -> begun.merge(source, its.first(), Math::min));
    }

    /**
     * Writes the silences that have ended, and returns through when each source may be told to be received.
     *
     * @param fresh of each source what the newest batch brought, without repeats: the table has none either
     * @param through before when all has landed that the input received of each source, in microseconds since 1970
     */
    public Map<String, Long> look(
            SparkSession spark, Map<String, Received> fresh, Map<String, Long> through, String runId, Instant now) {
        Map<String, Long> safe = new TreeMap<>(through);
        Map<String, Stretch> due = new TreeMap<>();
        through.forEach((source, its) -> {
            Received batch = fresh.get(source);
            if (begun.get(source) > its) { // nothing of it lies so far back
                watched.put(source, its);
            } else if (batch != null) {
                follow(source, batch.first(), its);
                follow(source, batch.last(), its);
            }
            if (its - watched.computeIfAbsent(source, begun::get) > SLACK) {
                due.put(source, new Stretch(watched.get(source), its));
            }
        });
        if (!due.isEmpty()) {
            Dataset<Row> changes = lake.table(Catalogue.POST_CHANGES).read(spark);
            Map<String, SortedMap<Long, Received>> landed = minutes(changes, due);
            due.forEach((source, stretch) -> {
                SortedMap<Long, Received> minutes = landed.getOrDefault(source, new TreeMap<>());
                if (hasPause(minutes, stretch.after())) {
                    gaps.add(spark, source, silences(changes, source, stretch), runId, now);
                }
                if (!minutes.isEmpty()) {
                    watched.put(source, minutes.get(minutes.lastKey()).last());
                }
                safe.put(source, Math.min(stretch.through(), watched.get(source) + SLACK));
            });
        }
        return safe;
    }

    /** Goes on to a change that follows so closely that no silence lies between. */
    private void follow(String source, long received, long through) {
        long from = watched.getOrDefault(source, received);
        if (received <= through && received >= from && received - from < Silences.PAUSE) {
            watched.put(source, received);
        }
    }

    /** The change behind which the first pause begins may lie in the slack before what is known. */
    private static boolean hasPause(SortedMap<Long, Received> minutes, long watched) {
        long from = watched - SLACK;
        for (Received minute : minutes.values()) {
            if (Silences.isLong(new Silence(from, minute.first()))) {
                return true;
            }
            from = minute.last();
        }
        return false;
    }

    private static List<Silence> silences(Dataset<Row> changes, String source, Stretch stretch) {
        long lastMinute = Math.floorDiv(stretch.after() - SLACK, Silences.MINUTE);
        long wholeMinute = (lastMinute - Silences.REACH) * Silences.MINUTE - 1;
        Map<String, SortedMap<Long, Received>> landed =
                minutes(changes, Map.of(source, new Stretch(wholeMinute, stretch.through())));
        return Silences.in(landed.getOrDefault(source, new TreeMap<>()), stretch.after());
    }

    /** Returns what was received of each source, by the number of the minute. */
    private static Map<String, SortedMap<Long, Received>> minutes(
            Dataset<Row> changes, Map<String, Stretch> stretches) {
        Map<String, SortedMap<Long, Received>> minutes = new TreeMap<>();
        for (Row row : changes.transform(new ReceivedMinutes(stretches)::apply).collectAsList()) {
            minutes.computeIfAbsent(row.getString(0), source -> new TreeMap<>())
                    .put(row.getLong(1), new Received(row.getLong(2), row.getLong(3), row.getLong(4)));
        }
        return minutes;
    }
}
