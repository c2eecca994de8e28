package io.groundswell.trends;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.unix_micros;

import io.groundswell.job.Transform;
import io.groundswell.table.Micros;
import java.time.Duration;
import java.util.Collection;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How far each source has been received by each input that brings it, from rows of ops.frontiers: source, input, through
 * and since (microseconds), the newest and the oldest moment that a row tells. Ingest alone can say so: what has landed
 * does not tell what lies before it unread.
 *
 * @param after moment to which decisions are made: a source that lies further back than a live one needs no look
 */
public record ReceivedThrough(long after) implements Transform {
    private static final long LIVE = Micros.of(Duration.ofMinutes(10));

    @Override
    public Dataset<Row> apply(Dataset<Row> frontiers) {
        return frontiers
                .filter(col("received_through").geq(lit(Micros.instant(after - LIVE))))
                .groupBy("source", "input")
                .agg(
                        unix_micros(max(col("received_through"))).as("through"),
                        unix_micros(min(col("received_through"))).as("since"));
    }

    /**
     * Returns the watermark: the least over live sources, which are those within 10 minutes of the newest; empty where
     * no source has been received.
     */
    public static OptionalLong watermark(Collection<Long> throughs) {
        OptionalLong newest = throughs.stream().mapToLong(Long::longValue).max();
        return throughs.stream()
                .mapToLong(Long::longValue)
                .filter(through -> through >= newest.orElseThrow() - LIVE)
                .min();
    }
}
