package io.groundswell.ingest;

import io.groundswell.ingest.land.BatchCounts;
import io.groundswell.ingest.land.Relanding;
import io.groundswell.ingest.parse.PostFormats;
import io.groundswell.job.BatchQuery;
import io.groundswell.job.Cadence;
import io.groundswell.job.Failpoints;
import io.groundswell.job.Transform;
import io.groundswell.table.Catalogue;
import io.groundswell.table.CommitTag;
import io.groundswell.table.Lake;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.sql.SparkSession;

/**
 * Makes silver.post_changes and silver.rejected_posts anew of bronze.raw_posts, beside those in force: what 'ingest' would
 * make of the same frames now. A run goes on where the last one ended, however it ended.
 *
 * @param lake the one in force
 * @param transforms applied in order to the accepted changes, as {@link LandPosts} does
 * @param now the end of the past, the same in each run that goes on with another
 */
public record RelandPosts(Lake lake, PostFormats formats, List<Transform> transforms, Instant now) {
    /** Some hundred thousand frames. */
    private static final long MAX_BYTES_A_BATCH = 64L << 20;

    private static final String NAME = "rebuild";

    public RelandPosts {
        transforms = List.copyOf(transforms);
    }

    /**
     * Lands what is in bronze and was not landed yet; returns what that was.
     *
     * @param settled returns once each frame that is in bronze is in silver, too, where it says why a frame was rejected
     */
    public BatchCounts run(SparkSession spark, Runnable settled) {
        Relanding relanding = new Relanding(lake, formats, transforms, now, spark);
        AtomicReference<BatchCounts> counts = new AtomicReference<>(BatchCounts.NONE);
        BatchQuery query = new BatchQuery(lake.beside().checkpoint(NAME, "raw_posts"), Cadence.AVAILABLE_NOW);
        query.run(lake.table(Catalogue.RAW_POSTS).stream(spark, MAX_BYTES_A_BATCH), (frames, batch) -> {
            String id = frames.sparkSession().sparkContext().getLocalProperty("sql.streaming.queryId");
            settled.run();
            BatchCounts landed = relanding.land(frames, new CommitTag(NAME + "/" + id, batch));
            counts.accumulateAndGet(landed, BatchCounts::plus);
            Failpoints.hit("rebuild.afterBatch");
        });
        return counts.get();
    }
}
