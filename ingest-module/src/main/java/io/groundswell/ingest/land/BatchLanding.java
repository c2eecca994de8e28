package io.groundswell.ingest.land;

import io.groundswell.ingest.silence.Received;
import io.groundswell.job.Failpoints;
import io.groundswell.job.Transform;
import io.groundswell.model.Clock;
import io.groundswell.table.Catalogue;
import io.groundswell.table.CommitTag;
import io.groundswell.table.Lake;
import io.groundswell.table.TableSpec;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Lands batches: each frame is parsed once and each table written once a batch, bronze first. The commit of
 * post_changes comes last, also where it is empty: it marks the batch complete.
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
            appendAbsent(Catalogue.RAW_POSTS, rawPosts, doubtful, tag);
        }
        Failpoints.hit("bronze.afterCommit");
        if (span.rejected() > 0) {
            appendAbsent(Catalogue.REJECTED_POSTS, parsed.transform(new RejectedPosts()::apply), doubtful, tag);
        }
        Failpoints.hit("rejected.afterCommit");
        List<Row> repeated = repeats.in(parsed, span);
        Dataset<Row> changes = Repeats.without(repeated, parsed).transform(new AcceptedChanges(clock)::apply);
        for (Transform step : steps) {
            changes = changes.transform(step::apply);
        }
        lake.table(Catalogue.POST_CHANGES).append(changes, tag);
        Failpoints.hit("changes.afterCommit");
        repeats.landed(span, parsed.sparkSession());
        // A replay is not asked for silences; most batches of a live input have no repeats.
        boolean isAsked = clock.equals(Clock.GATEWAY) && !repeated.isEmpty();
        Map<String, Received> fresh = isAsked ? BatchSpan.received(Repeats.without(repeated, parsed)) : span.received();
        return new Landed(BatchCounts.of(span, repeated.size()), span.received(), fresh);
    }

    private void appendAbsent(TableSpec spec, Dataset<Row> rows, List<String> doubtful, CommitTag tag) {
        lake.table(spec).append(LandedBefore.absent(rows, lake.table(spec), doubtful), tag);
    }
}
