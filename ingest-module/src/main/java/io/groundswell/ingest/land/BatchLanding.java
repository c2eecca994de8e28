package io.groundswell.ingest.land;

import io.groundswell.ingest.silence.Received;
import io.groundswell.job.Failpoints;
import io.groundswell.job.Transform;
import io.groundswell.model.Clock;
import io.groundswell.table.Catalogue;
import io.groundswell.table.CommitTag;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Lands batches: each frame is parsed once and each table written once a batch, bronze first, then silver, as
 * {@link SilverLanding} does it.
 *
 * @param clock the name of the clock that stamps the frames
 * @param steps what finds language and terms in the accepted changes
 */
public record BatchLanding(Lake lake, String clock, LandedBefore before, Repeats repeats, List<Transform> steps) {

    /** Lands the rows of the frame source. What landed before under the same tag is not written again. */
    public Landed land(Dataset<Row> frames, FrameReading reading, CommitTag tag) {
        Dataset<Row> parsed = frames.mapPartitions(new FrameParser(reading), Encoders.row(ParsedFrame.SCHEMA))
                .persist(StorageLevel.MEMORY_AND_DISK());
        try {
            return land(parsed, tag);
        } finally {
            parsed.unpersist();
        }
    }

    private Landed land(Dataset<Row> parsed, CommitTag tag) {
        BatchSpan span = BatchSpan.of(parsed, repeats.wantKeys());
        Dataset<Row> rawPosts = parsed.transform(new RawPosts(clock)::apply);
        List<String> doubtful = before.lanesIn(rawPosts);
        Failpoints.hit("ingest.beforeBronze");
        if (span.frames() > 0) {
            Table bronze = lake.table(Catalogue.RAW_POSTS);
            bronze.append(LandedBefore.absent(rawPosts, bronze, doubtful), tag);
        }
        Failpoints.hit("bronze.afterCommit");
        List<Row> repeated = new SilverLanding(lake, clock, repeats, steps).land(parsed, span, doubtful, tag);
        // A replay is not asked for silences; most batches of a live input have no repeats.
        boolean isAsked = clock.equals(Clock.GATEWAY) && !repeated.isEmpty();
        Map<String, Received> fresh = isAsked ? BatchSpan.received(Repeats.without(repeated, parsed)) : span.received();
        return new Landed(BatchCounts.of(span, repeated.size()), span.received(), fresh);
    }
}
