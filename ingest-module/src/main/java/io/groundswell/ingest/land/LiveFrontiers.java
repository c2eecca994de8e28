package io.groundswell.ingest.land;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.unix_micros;

import io.groundswell.ingest.silence.SilenceWatch;
import io.groundswell.model.Clock;
import io.groundswell.model.Frontier;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Up to when the sources of an input that goes on have been received: after each batch through the newest frame read of
 * a source, but through no time of which the input still holds something unread, in whatever file or partition and
 * whoever's it is. So what waits behind it never looks as if it had not been. Nor through a time that is still to come:
 * a frame that is stamped ahead of our clock says nothing of what comes until then. Silences that lie before a frontier
 * are in ops.gaps before it is told.
 */
public final class LiveFrontiers {
    private final Lake lake;
    private final String input;
    private final String lane;
    private final Map<String, Long> newest = new TreeMap<>();
    private final Map<String, Long> told = new TreeMap<>();
    private SilenceWatch silences;

    /**
     * Asks the lake nothing yet: that takes a cold JVM seconds, in which the frames of the first batch would wait.
     *
     * @param lane what stands for all lanes of the input in ops.gaps
     */
    public LiveFrontiers(Lake lake, String input, String lane) {
        this.lake = lake;
        this.input = input;
        this.lane = lane;
    }

    /** Goes on from what the lake says of the input. */
    private void begin(SparkSession spark) {
        Dataset<Row> frontiers = lake.table(Catalogue.FRONTIERS).read(spark);
        told.putAll(newest(frontiers.where(col("input").equalTo(input)), col("received_through")));
        silences = new SilenceWatch(lake, input, lane, told);
        if (!told.isEmpty()) {
            // What was told may lie before what was read, if more was waiting.
            Instant least = Micros.instant(Collections.min(told.values()));
            Dataset<Row> read = lake.table(Catalogue.POST_CHANGES)
                    .read(spark)
                    .where(col("received_at").geq(lit(least)).and(col("clock").equalTo(Clock.GATEWAY)));
            newest.putAll(newest(read, col("received_at")));
            newest.keySet().retainAll(told.keySet());
        }
    }

    /**
     * Records how far a batch has come, where that is further than before.
     *
     * @param batch that has landed
     * @param unread the oldest received time of what the input holds beyond the batch; empty where that is nothing
     */
    public void advance(SparkSession spark, Landed batch, OptionalLong unread, String runId, Instant now) {
        if (silences == null) {
            begin(spark);
        }
        batch.received().forEach((source, its) -> newest.merge(source, its.last(), Math::max));
        silences.landed(batch.received());
        long bound = Math.min(Micros.of(now), unread.orElse(Long.MAX_VALUE));
        Map<String, Long> reached = new TreeMap<>();
        newest.forEach((source, time) -> {
            long through = Math.min(time, bound);
            if (through > told.getOrDefault(source, Long.MIN_VALUE)) {
                reached.put(source, through);
            }
        });
        List<Row> moved = new ArrayList<>();
        silences.look(spark, batch.fresh(), reached, runId, now).forEach((source, through) -> {
            if (through > told.getOrDefault(source, Long.MIN_VALUE)) {
                told.put(source, through);
                moved.add(Rows.of(new Frontier(source, input, Micros.instant(through), runId, now)));
            }
        });
        if (!moved.isEmpty()) {
            Table frontiers = lake.table(Catalogue.FRONTIERS);
            frontiers.append(spark.createDataFrame(moved, frontiers.spec().schema()));
        }
    }

    private static Map<String, Long> newest(Dataset<Row> rows, Column time) {
        Map<String, Long> times = new TreeMap<>();
        rows.groupBy("source")
                .agg(unix_micros(max(time)))
                .collectAsList()
                .forEach(row -> times.put(row.getString(0), row.getLong(1)));
        return times;
    }
}
