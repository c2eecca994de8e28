package io.groundswell.ingest.land;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.xxhash64;

import io.groundswell.change.TimelyChanges;
import io.groundswell.ingest.parse.PostFormats;
import io.groundswell.ingest.parse.Reason;
import io.groundswell.ingest.suppress.FrameErasure;
import io.groundswell.ingest.suppress.Suppressions;
import io.groundswell.job.Transform;
import io.groundswell.model.Clock;
import io.groundswell.table.Catalogue;
import io.groundswell.table.CommitTag;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Makes silver anew of frames of bronze, beside what is in force. Of copies of one change the first is kept, within a batch by
 * lane and offset. Not for several threads.
 */
public final class Relanding {
    private static final String[] FRAME = {"source", "lane", "offset", "payload_hash"};

    private final Lake beside;
    private final LandedFrames parser;
    private final Table rejected;
    private final Map<String, Repeats> repeats;
    private final List<Transform> steps;

    /**
     * Begins a run that alone writes the tables beside.
     *
     * @param lake the one in force
     * @param steps what finds language and terms in the accepted changes
     * @param now the end of the past
     */
    public Relanding(Lake lake, PostFormats formats, List<Transform> steps, Instant now, SparkSession spark) {
        this.beside = lake.beside();
        this.steps = steps;
        FrameErasure erasure = new FrameErasure(new Suppressions(lake, spark).load(), formats);
        this.parser = new LandedFrames(formats, erasure, ReplayStamps.of(lake, spark), Micros.of(now));
        this.rejected = lake.table(Catalogue.REJECTED_POSTS);
        Table changes = beside.table(Catalogue.POST_CHANGES);
        this.repeats = Map.of(
                Clock.REPLAY, new Repeats(changes, Optional.<Duration>empty()),
                Clock.GATEWAY, new Repeats(changes, Optional.of(TimelyChanges.HORIZON)));
    }

    /** Lands rows of bronze, those of each clock by its own rules; what landed before under the same tag does not again. */
    public BatchCounts land(Dataset<Row> frames, CommitTag tag) {
        BatchCounts counts = BatchCounts.NONE;
        for (Row clock : frames.select("clock").distinct().orderBy("clock").collectAsList()) {
            String name = clock.getString(0);
            CommitTag ofClock = new CommitTag(tag.application() + "/" + name, tag.version(), tag.note());
            counts = counts.plus(land(frames.where(col("clock").equalTo(name)), name, ofClock));
        }
        return counts;
    }

    private BatchCounts land(Dataset<Row> frames, String clock, CommitTag tag) {
        Dataset<Row> parsed = withReasons(frames)
                .mapPartitions(parser, Encoders.row(ParsedFrame.SCHEMA))
                .persist(StorageLevel.MEMORY_AND_DISK());
        try {
            BatchSpan span = BatchSpan.of(parsed, repeats.values().stream().anyMatch(Repeats::wantKeys));
            Repeats own = repeats.get(clock);
            List<Row> repeated = new SilverLanding(beside, clock, own, steps).land(parsed, span, List.of(), tag);
            repeats.values().stream()
                    .filter(other -> other != own)
                    .forEach(other -> other.landed(span, parsed.sparkSession()));
            return BatchCounts.of(span, repeated.size());
        } finally {
            parsed.unpersist();
        }
    }

    /** A frame without a received time may have been rejected before anything parsed it. */
    private Dataset<Row> withReasons(Dataset<Row> frames) {
        Dataset<Row> read = frames.select(
                col("source"),
                col("position.lane").as("lane"),
                col("position.offset").as("offset"),
                col("format"),
                col("clock"),
                unix_micros(col("received_at")).as("received"),
                col("payload"),
                xxhash64(col("payload")).as("payload_hash"));
        Dataset<Row> known = rejected(frames.sparkSession())
                .orElseGet(() -> read.limit(0).selectExpr("*", "'' AS reason", "'' AS field"))
                .select("source", "lane", "offset", "payload_hash", "reason", "field");
        return read.join(known, FRAME, "left");
    }

    /** Returns what was rejected before parsing; empty where an older build's table does not tell. */
    private Optional<Dataset<Row>> rejected(SparkSession spark) {
        StructType columns = rejected.exists(spark) ? rejected.read(spark).schema() : new StructType();
        if (!List.of(columns.fieldNames())
                .containsAll(List.of("source", "position", "payload", "received_at", "reason", "field"))) {
            return Optional.empty();
        }
        Object[] labels =
                LandedFrames.BEFORE_PARSING.stream().map(Reason::label).toArray();
        return Optional.of(rejected.read(spark)
                .where(col("received_at").isNull().and(col("reason").isin(labels)))
                .select(
                        col("source"),
                        col("position.lane").as("lane"),
                        col("position.offset").as("offset"),
                        xxhash64(col("payload")).as("payload_hash"),
                        col("reason"),
                        col("field"))
                .dropDuplicates(FRAME));
    }
}
