package io.groundswell.ingest.land;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_size;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_micros;

import io.groundswell.model.PostChange;
import io.groundswell.session.Interpreting;
import io.groundswell.table.Micros;
import io.groundswell.table.Table;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the changes of a batch that were accepted before: in post_changes, or earlier in the batch in the order of
 * lane and offset. So what is found does not depend on how frames were cut into batches. Works on keys; the wide rows
 * stay where they are.
 *
 * <p>A run of many batches keeps the keys that have landed in memory and asks the table for those alone that it seems to
 * know: a look at a table costs more with each commit. What is found is the same.
 */
public final class Repeats {
    private static final Logger LOG = LoggerFactory.getLogger(Repeats.class);

    /** A run of few batches would not get back what it costs to read the keys. */
    private static final int BATCHES_WITHOUT_KEYS = 2;

    /** More doubtful keys than this are looked up without naming each. */
    private static final int NAMED_KEYS = 1000;

    /** Up to so many are looked up by name, by a query that is interpreted: its code would be compiled for each batch. */
    private static final int FEW_KEYS = 100;

    /** Lanes take turns: what comes next may be a little older than what came before. */
    private static final long SLACK = Micros.of(Duration.ofHours(1));

    private final Table changes;
    private final Optional<Duration> horizon;
    private SparkSession interpreting;
    private int batches;
    private LandedKeys keys;

    /** The keys of all changes received since then are held; in microseconds since 1970. */
    private long knownSince = Long.MIN_VALUE;

    /**
     * Begins a run that alone writes the table.
     *
     * @param changes silver.post_changes
     * @param horizon how far apart in received time two of a change are still the same; empty for ever
     */
    public Repeats(Table changes, Optional<Duration> horizon) {
        this.changes = changes;
        this.horizon = horizon;
    }

    /** Whether the keys of the next batch are asked for. */
    boolean wantKeys() {
        return keys != null;
    }

    /** Returns the positions of the repeats. */
    List<Row> in(Dataset<Row> parsed, BatchSpan span) {
        Dataset<Row> arriving = parsed.where(col("op").isNotNull());
        if (span.changes() == 0) {
            return List.of();
        }
        // A lane may be read long after one with newer changes, as all are once a checkpoint is lost.
        if (keys == null || since(span) < knownSince) {
            return lookUp(arriving, span);
        }
        Set<Long> doubtful = doubtful(span.keys());
        if (doubtful.isEmpty()) {
            return List.of();
        }
        if (doubtful.size() > NAMED_KEYS) {
            return lookUp(arriving, span);
        }
        // An array is no literal of the generated code, which would be another one for each batch.
        Dataset<Row> named = arriving.where(
                array_contains(lit(doubtful.stream().mapToLong(Long::longValue).toArray()), ChangeKey.hash()));
        return doubtful.size() > FEW_KEYS ? lookUp(named, span) : lookUpFew(named, span);
    }

    /** Takes note that the changes of a batch have landed, all or but for repeats. */
    void landed(BatchSpan span, SparkSession spark) {
        batches++;
        if (keys != null && span.changes() > 0) {
            if (horizon.isPresent()) {
                knownSince = Math.max(knownSince, since(span) - SLACK);
                keys.forgetBefore(knownSince);
            }
            remember(span);
        } else if (batches == BATCHES_WITHOUT_KEYS && span.changes() > 0) {
            keys = LandedKeys.ofThisHeap();
            readKeys(span, spark);
        }
    }

    private void remember(BatchSpan span) {
        for (long key : span.keys()) {
            if (!keys.add(key, span.lastReceived())) {
                lookAlways();
                return;
            }
        }
    }

    /** Returns the keys that may have landed, and those that are in the batch twice. */
    private Set<Long> doubtful(List<Long> arriving) {
        Set<Long> seen = new HashSet<>();
        Set<Long> doubtful = new HashSet<>();
        for (Long key : arriving) {
            if (!seen.add(key) || keys.mayHold(key)) {
                doubtful.add(key);
            }
        }
        return doubtful;
    }

    private void readKeys(BatchSpan span, SparkSession spark) {
        Dataset<Row> known = changes.read(spark);
        if (horizon.isPresent()) {
            knownSince = since(span) - SLACK;
            known = known.where(col("received_at").geq(lit(Micros.instant(knownSince))));
        }
        Iterator<Row> rows =
                known.select(ChangeKey.hash(), unix_micros(col("received_at"))).toLocalIterator();
        while (rows.hasNext()) {
            Row row = rows.next();
            if (!keys.add(row.getLong(0), row.getLong(1))) {
                lookAlways();
                return;
            }
        }
    }

    /** Returns how far back a change can lie that one of a batch repeats. */
    private long since(BatchSpan span) {
        return horizon.isPresent() ? span.firstReceived() - Micros.of(horizon.get()) : Long.MIN_VALUE;
    }

    private void lookAlways() {
        keys = null;
        LOG.warn(
                "The keys of the changes within the horizon take more than an eighth of the heap: from now on repeats"
                        + " are looked up in {}, which is slower; a larger spark.driver.memory cures it",
                changes.name());
    }

    private List<Row> lookUpFew(Dataset<Row> parsed, BatchSpan span) {
        if (interpreting == null) {
            interpreting = Interpreting.beside(parsed.sparkSession());
        }
        Dataset<Row> known = received(changes.read(interpreting), span)
                .withColumn("subject", ChangeKey.subject())
                .select(landedKeyAnd(col("post_id"), col("author_id")));
        return new NamedRepeats(later()).among(arriving(parsed).collectAsList(), known);
    }

    private LaterCopies later() {
        return new LaterCopies(horizon.map(Duration::toMillis).orElse(Long.MAX_VALUE));
    }

    private static Dataset<Row> arriving(Dataset<Row> parsed) {
        return parsed.withColumn("subject", ChangeKey.subject())
                .select(keyAnd(lit(1).as("fresh"), col("lane"), col("offset"), col("received_micros")));
    }

    private List<Row> lookUp(Dataset<Row> parsed, BatchSpan span) {
        Dataset<Row> arriving = arriving(parsed);
        Column copy = struct(col("fresh"), col("lane"), col("offset"), col("received_micros"));
        return landed(arriving, span)
                .unionByName(arriving)
                .groupBy(keyAnd())
                .agg(sort_array(collect_list(copy)).as("copies"))
                .where(array_size(col("copies")).gt(1))
                .select(col("source"), col("copies"))
                .flatMap(later(), Encoders.row(LaterCopies.POSITION))
                .collectAsList();
    }

    /** Returns the rows that are not at one of the positions. */
    static Dataset<Row> without(List<Row> positions, Dataset<Row> parsed) {
        if (positions.isEmpty()) {
            return parsed;
        }
        Dataset<Row> repeats = parsed.sparkSession().createDataFrame(positions, LaterCopies.POSITION);
        return parsed.join(broadcast(repeats), LaterCopies.POSITION.fieldNames(), "left_anti");
    }

    private Dataset<Row> landed(Dataset<Row> arriving, BatchSpan span) {
        // Ids grow with time at most feeds, so the table's statistics pass over most of its files.
        Column isNear = col("post_id").between(span.firstPostId(), span.lastPostId());
        Column isRemoval = col("op").equalTo(PostChange.ACCOUNT_REMOVED);
        Dataset<Row> known =
                changes.read(arriving.sparkSession()).where(span.removals() > 0 ? isNear.or(isRemoval) : isNear);
        return received(known, span)
                .withColumn("subject", ChangeKey.subject())
                .select(landedKeyAnd())
                .join(broadcast(arriving.select(keyAnd())), ChangeKey.COLUMNS.toArray(String[]::new), "left_semi");
    }

    /** Returns the changes that one of a batch can repeat, by when they were received. */
    private Dataset<Row> received(Dataset<Row> known, BatchSpan span) {
        if (horizon.isEmpty()) {
            return known;
        }
        long around = Micros.of(horizon.get());
        return known.where(col("received_at")
                .between(Micros.instant(span.firstReceived() - around), Micros.instant(span.lastReceived() + around)));
    }

    private static Column[] landedKeyAnd(Column... others) {
        return Stream.concat(
                        Arrays.stream(keyAnd(
                                lit(0).as("fresh"),
                                col("position.lane").as("lane"),
                                col("position.offset").as("offset"),
                                unix_micros(col("received_at")).as("received_micros"))),
                        Arrays.stream(others))
                .toArray(Column[]::new);
    }

    private static Column[] keyAnd(Column... others) {
        return Stream.concat(ChangeKey.COLUMNS.stream().map(functions::col), Arrays.stream(others))
                .toArray(Column[]::new);
    }
}
