package io.groundswell.ingest.land;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.unix_micros;

import io.groundswell.model.Clock;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.table.Table;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Before when no frame of an archive can have been received, as it was when the frame landed: up to then its source had been
 * received already. Bronze does not say so; the archives that were closed, and when the frames of a lane were received, do.
 *
 * @param closed up to when the archives of a source had been received, each time that one was closed, in microseconds
 * @param least when the first frame of a lane was received, by source and lane
 */
record ReplayStamps(Map<String, TreeSet<Long>> closed, Map<Lane, Long> least) implements Serializable {

    /** A lane of a source. */
    record Lane(String source, String lane) implements Serializable {}

    static ReplayStamps of(Lake lake, SparkSession spark) {
        Table frontiers = lake.table(Catalogue.FRONTIERS);
        Map<String, TreeSet<Long>> closed = new HashMap<>();
        Map<Lane, Long> least = new HashMap<>();
        if (frontiers.exists(spark)) {
            for (Row frontier :
                    frontiers.read(spark).where(col("input").isNull()).collectAsList()) {
                closed.computeIfAbsent(frontier.getAs("source"), source -> new TreeSet<>())
                        .add(Micros.of(frontier.getTimestamp(frontier.fieldIndex("received_through"))
                                .toInstant()));
            }
        }
        if (!closed.isEmpty()) {
            lake.table(Catalogue.RAW_POSTS)
                    .read(spark)
                    .where(col("clock")
                            .equalTo(Clock.REPLAY)
                            .and(col("received_at").isNotNull()))
                    .groupBy(col("source"), col("position.lane"))
                    .agg(unix_micros(min("received_at")))
                    .collectAsList()
                    .forEach(row -> least.put(new Lane(row.getString(0), row.getString(1)), row.getLong(2)));
        }
        return new ReplayStamps(closed, least);
    }

    /**
     * Returns the moment in microseconds; {@link Long#MIN_VALUE} for none.
     *
     * @param received when the frame was received, by its first reading; null where it could not be read
     */
    long frontier(String source, String lane, Long received) {
        TreeSet<Long> frontiers = closed.getOrDefault(source, new TreeSet<>());
        if (received != null && frontiers.contains(received)) {
            return received;
        }
        Long first = least.get(new Lane(source, lane));
        Long frontier = first == null ? null : frontiers.floor(first);
        return frontier == null ? Long.MIN_VALUE : frontier;
    }
}
