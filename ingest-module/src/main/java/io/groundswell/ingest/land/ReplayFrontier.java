package io.groundswell.ingest.land;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import io.groundswell.change.TimelyChanges;
import io.groundswell.model.Clock;
import io.groundswell.model.Frontier;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Up to when the archives of a source have been received. */
public record ReplayFrontier(Lake lake, String source) {

    /** Returns the newest frontier; empty before an archive of the source has been read to its end. */
    public Optional<Instant> newest(SparkSession spark) {
        Dataset<Row> closed = lake.table(Catalogue.FRONTIERS)
                .read(spark)
                .where(col("source").equalTo(source).and(col("input").isNull()));
        return latest(closed, col("received_through"));
    }

    /** Records that all that has landed of the source was read to its end, unless that is recorded. */
    public void close(SparkSession spark, String runId, Instant now) {
        Dataset<Row> replayed = lake.table(Catalogue.POST_CHANGES)
                .read(spark)
                .transform(new TimelyChanges()::apply)
                .where(col("source").equalTo(source).and(col("clock").equalTo(Clock.REPLAY)));
        Optional<Instant> newest = newest(spark);
        Dataset<Row> beyond =
                newest.isEmpty() ? replayed : replayed.where(col("received_at").gt(newest.get()));
        Optional<Instant> reached = latest(beyond, col("received_at"));
        if (reached.isPresent()) {
            Table frontiers = lake.table(Catalogue.FRONTIERS);
            Row closed = Rows.of(new Frontier(source, null, reached.get(), runId, now));
            frontiers.append(
                    spark.createDataFrame(List.of(closed), frontiers.spec().schema()));
        }
    }

    private static Optional<Instant> latest(Dataset<Row> rows, Column time) {
        Row found = rows.agg(max(time).cast("timestamp")).head();
        return Optional.ofNullable(found.getTimestamp(0)).map(java.sql.Timestamp::toInstant);
    }
}
