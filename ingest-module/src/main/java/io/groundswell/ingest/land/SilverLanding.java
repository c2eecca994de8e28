package io.groundswell.ingest.land;

import io.groundswell.job.Failpoints;
import io.groundswell.job.Transform;
import io.groundswell.table.Catalogue;
import io.groundswell.table.CommitTag;
import io.groundswell.table.Lake;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Writes what frames say into silver: those that can't be read first, then the changes, without repeats. The commit of
 * post_changes comes last, also where it is empty: it marks the batch complete.
 *
 * @param clock the name of the clock that stamps the frames
 * @param steps what finds language and terms in the accepted changes
 */
record SilverLanding(Lake lake, String clock, Repeats repeats, List<Transform> steps) {

    /**
     * Lands parsed frames. What landed before under the same tag is not written again.
     *
     * @param doubtful lanes of which some frames may have landed before
     * @return the positions of the repeats
     */
    List<Row> land(Dataset<Row> parsed, BatchSpan span, List<String> doubtful, CommitTag tag) {
        if (span.rejected() > 0) {
            appendRejected(parsed, doubtful, tag);
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
        return repeated;
    }

    private void appendRejected(Dataset<Row> parsed, List<String> doubtful, CommitTag tag) {
        Dataset<Row> rejected = parsed.transform(new RejectedPosts()::apply);
        lake.table(Catalogue.REJECTED_POSTS)
                .append(LandedBefore.absent(rejected, lake.table(Catalogue.REJECTED_POSTS), doubtful), tag);
    }
}
