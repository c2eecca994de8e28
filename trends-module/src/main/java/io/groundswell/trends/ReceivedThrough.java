package io.groundswell.trends;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.unix_micros;

import io.groundswell.job.Transform;
import io.groundswell.model.Clock;
import io.groundswell.trends.count.Decisions;
import java.time.Duration;
import java.util.Collection;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How far each source has been received, from rows of silver.post_changes: source, through (microseconds). A gateway's
 * rows come in order, so its newest is how far; an archive says so itself, when it has been read to its end.
 *
 * @param frontiers rows of ops.frontiers
 * @param after moment to which decisions are made: a source that lies further back than a live one needs no look
 */
record ReceivedThrough(Dataset<Row> frontiers, long after) implements Transform {
    private static final long LIVE = Decisions.micros(Duration.ofMinutes(10));

    @Override
    public Dataset<Row> apply(Dataset<Row> changes) {
        Dataset<Row> gateways = changes.filter(col("received_at").geq(lit(Decisions.instant(after - LIVE))))
                .filter(col("clock").equalTo(Clock.GATEWAY))
                .select(col("source"), col("received_at").as("through"));
        return frontiers
                .select(col("source"), col("received_through").as("through"))
                .union(gateways)
                .groupBy("source")
                .agg(unix_micros(max(col("through"))).as("through"));
    }

    /**
     * Returns the watermark: the least over live sources, which are those within 10 minutes of the newest; empty where
     * no source has been received.
     */
    static OptionalLong watermark(Collection<Long> throughs) {
        OptionalLong newest = throughs.stream().mapToLong(Long::longValue).max();
        return throughs.stream()
                .mapToLong(Long::longValue)
                .filter(through -> through >= newest.orElseThrow() - LIVE)
                .min();
    }
}
