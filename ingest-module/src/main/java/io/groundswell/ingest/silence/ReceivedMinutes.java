package io.groundswell.ingest.silence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.unix_micros;

import io.groundswell.job.Transform;
import io.groundswell.model.Clock;
import io.groundswell.table.Micros;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What gateways received of sources, minute by minute, from rows of silver.post_changes: source, minute (its number
 * since 1970), first and last (in microseconds), changes.
 *
 * @param stretches of each wanted source the stretch that is asked for
 */
record ReceivedMinutes(Map<String, Stretch> stretches) implements Transform {

    /** From one time on, but without it, through another one; in microseconds since 1970. */
    record Stretch(long after, long through) {}

    @Override
    public Dataset<Row> apply(Dataset<Row> changes) {
        Column isWanted = lit(false);
        for (Map.Entry<String, Stretch> source : stretches.entrySet()) {
            Stretch stretch = source.getValue();
            isWanted = isWanted.or(col("source")
                    .equalTo(source.getKey())
                    .and(col("received_at").gt(lit(Micros.instant(stretch.after()))))
                    .and(col("received_at").leq(lit(Micros.instant(stretch.through())))));
        }
        Column micros = unix_micros(col("received_at"));
        return changes.where(isWanted.and(col("clock").equalTo(Clock.GATEWAY)))
                .groupBy(col("source"), floor(micros.divide(Silences.MINUTE)).as("minute"))
                .agg(
                        min(micros).as("first"),
                        max(micros).as("last"),
                        count(lit(1)).as("changes"))
                .select("source", "minute", "first", "last", "changes");
    }
}
