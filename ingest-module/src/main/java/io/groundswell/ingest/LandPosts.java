package io.groundswell.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.change.TimelyChanges;
import io.groundswell.ingest.land.BatchCounts;
import io.groundswell.ingest.land.BatchLanding;
import io.groundswell.ingest.land.BatchMoments;
import io.groundswell.ingest.land.FrameInput;
import io.groundswell.ingest.land.FrameReading;
import io.groundswell.ingest.land.Landed;
import io.groundswell.ingest.land.LandedBefore;
import io.groundswell.ingest.land.LiveFrontiers;
import io.groundswell.ingest.land.Repeats;
import io.groundswell.ingest.land.ReplayFrontier;
import io.groundswell.ingest.land.SuppressedFrames;
import io.groundswell.ingest.parse.PostFormats;
import io.groundswell.ingest.source.FrameFeed;
import io.groundswell.ingest.suppress.FrameErasure;
import io.groundswell.ingest.suppress.Suppressions;
import io.groundswell.ingest.topic.KafkaSettings;
import io.groundswell.ingest.topic.TopicInput;
import io.groundswell.job.BatchQuery;
import io.groundswell.job.Job;
import io.groundswell.job.JobRunner;
import io.groundswell.job.Outcome;
import io.groundswell.job.PlatformException;
import io.groundswell.job.Transform;
import io.groundswell.rebuild.Gate;
import io.groundswell.table.Catalogue;
import io.groundswell.table.CommitTag;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Lands frames: every one in bronze.raw_posts, byte for byte, and each either in silver.rejected_posts with a reason
 * or in silver.post_changes, once. A run goes on where the last one with the same input and source ended, however it
 * ended; without its checkpoint it finds by itself what has landed. (What was rejected then, stamped ahead of the clock,
 * may be a change by now, and so stand in both tables.) Of what was forgotten nothing lands but a position.
 *
 * @param formats that frames are read in
 * @param transforms applied in order to the accepted changes, deletions among them, whose text is null; what comes
 *     out of the last are rows of silver.post_changes
 * @param clock bounds what times can be true
 */
public record LandPosts(
        Lake lake,
        IngestSettings settings,
        KafkaSettings kafka,
        PostFormats formats,
        List<Transform> transforms,
        Clock clock)
        implements Job {
    public static final String NAME = "ingest";

    private static final ObjectMapper JSON = new ObjectMapper();

    public LandPosts {
        transforms = List.copyOf(transforms);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Table> reads() {
        return List.of(lake.table(Catalogue.SUPPRESSIONS));
    }

    @Override
    public List<Table> writes() {
        return List.of(
                lake.table(Catalogue.RAW_POSTS),
                lake.table(Catalogue.REJECTED_POSTS),
                lake.table(Catalogue.POST_CHANGES),
                lake.table(Catalogue.FRONTIERS),
                lake.table(Catalogue.GAPS));
    }

    /**
     * Lands what is there, or with a continuous cadence what comes.
     *
     * @return {@code frames}, of which {@code changes} accepted, {@code rejected} and {@code duplicates}; {@code
     *     batches}
     * @throws PlatformException if the input is missing or can't be read, or has a hole that is not to be passed
     */
    @Override
    public Outcome run(SparkSession spark) {
        FrameInput input = input(spark);
        Gate gate = new Gate(lake, name(), spark);
        String checkpoint = lake.checkpoint(name(), input.query());
        ReplayFrontier frontier = new ReplayFrontier(lake, settings.source());
        // Of the two kinds of frontiers a run asks for its own alone: a first look at a table takes a cold JVM seconds.
        Optional<Instant> frontierBefore = isReplay() ? frontier.newest(spark) : Optional.empty();
        LiveFrontiers live =
                new LiveFrontiers(lake, input.query(), settings.kind().lane());
        LandedBefore before = LandedBefore.of(checkpoint, lake.table(Catalogue.RAW_POSTS), spark);
        AtomicReference<BatchLanding> landing = new AtomicReference<>(landing(before));
        FrameReadings readings = new FrameReadings(settings, kafka, formats);
        BatchMoments moments = new BatchMoments(checkpoint, spark.sparkContext().hadoopConfiguration(), clock);
        FrameErasure erasure = new FrameErasure(new Suppressions(lake, spark).load(), formats);
        AtomicReference<BatchCounts> counts = new AtomicReference<>(BatchCounts.NONE);
        String runId = JobRunner.runId(spark);
        try (FrameFeed feed = input.feed(checkpoint, before, spark)) {
            feed.run(new BatchQuery(checkpoint, settings.cadence()), (frames, batch) -> {
                try (Gate.Pass pass = gate.enter()) {
                    if (pass.isNew()) {
                        landing.set(landing(before)); // what it knew of repeats is of changes that are gone
                    }
                    FrameReading reading = new SuppressedFrames(
                            readings.at(moments.of(batch), frontierBefore),
                            erasure,
                            settings.source(),
                            settings.format());
                    Landed landed = landing.get().land(frames, reading, tag(frames, input, batch));
                    counts.accumulateAndGet(landed.counts(), BatchCounts::plus);
                    // After the changes, which it says are there.
                    if (!isReplay()) {
                        live.advance(spark, landed, feed.unreadAfter(batch), runId, clock.instant());
                    }
                }
            });
        }
        if (isReplay() && !settings.cadence().isContinuous()) {
            frontier.close(spark, runId, clock.instant());
        }
        return Outcome.of(counts.get().byName());
    }

    private FrameInput input(SparkSession spark) {
        if (settings.kind() != InputKind.KAFKA) {
            return FileInput.of(settings, spark);
        }
        boolean passesHoles = settings.onGap() == OnGap.CONTINUE;
        return TopicInput.of(lake, kafka, settings.input(), settings.source(), settings.format(), passesHoles, clock);
    }

    private BatchLanding landing(LandedBefore before) {
        Optional<Duration> horizon = isReplay() ? Optional.empty() : Optional.of(TimelyChanges.HORIZON);
        Repeats repeats = new Repeats(lake.table(Catalogue.POST_CHANGES), horizon);
        return new BatchLanding(lake, settings.kind().clock(), before, repeats, transforms);
    }

    private boolean isReplay() {
        return settings.kind() == InputKind.ARCHIVE;
    }

    /** A query's id lies in its checkpoint, so a new checkpoint's batches, counted from 0 again, are new writes. */
    private CommitTag tag(Dataset<Row> frames, FrameInput input, long batch) {
        String query = frames.sparkSession().sparkContext().getLocalProperty("sql.streaming.queryId");
        return new CommitTag(name() + "/" + query, batch, note(input, batch));
    }

    private String note(FrameInput input, long batch) {
        try {
            return JSON.writeValueAsString(
                    new TreeMap<>(Map.of("job", name(), "input", input.address(), "batch", batch)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A commit's note can't be written as JSON", e);
        }
    }
}
