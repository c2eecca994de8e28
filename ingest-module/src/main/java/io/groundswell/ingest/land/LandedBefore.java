package io.groundswell.ingest.land;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.xxhash64;

import com.fasterxml.jackson.core.type.TypeReference;
import io.groundswell.ingest.source.CheckpointNote;
import io.groundswell.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What bronze held when a checkpoint was begun: a checkpoint that was thrown away starts again at the first byte, and
 * up to these positions its frames may have landed, in all of the tables or, where the old run died within a batch, in
 * some. There each table takes only what it has not. The positions are kept in the checkpoint's folder, and so last as
 * long as it does.
 *
 * @param highest each lane's highest offset in bronze
 */
public record LandedBefore(Map<String, Long> highest) {
    private static final String FILE = "landed-before.json";

    /** Returns what the checkpoint says, or what bronze says now if the checkpoint is still to be begun. */
    public static LandedBefore of(String checkpoint, Table bronze, SparkSession spark) {
        return new LandedBefore(new CheckpointNote(checkpoint, FILE)
                .read(
                        spark.sparkContext().hadoopConfiguration(),
                        new TypeReference<>() {},
                        () -> offsets(bronze.read(spark), max(col("position.offset")))));
    }

    /** Returns the lanes of raw posts in which a frame lies at or below what had landed. */
    List<String> lanesIn(Dataset<Row> rawPosts) {
        List<String> lanes = new ArrayList<>();
        if (!highest.isEmpty()) {
            offsets(rawPosts, min(col("position.offset"))).forEach((lane, lowest) -> {
                if (lowest <= highest.getOrDefault(lane, -1L)) {
                    lanes.add(lane);
                }
            });
        }
        return lanes;
    }

    /**
     * Returns the rows that the table does not hold yet: those of other lanes, and those at whose position it has not
     * the same payload. The payload is compared as well, since files of two inputs can have the same name.
     */
    static Dataset<Row> absent(Dataset<Row> rows, Table table, List<String> lanes) {
        if (lanes.isEmpty()) {
            return rows;
        }
        Dataset<Row> held = table.read(rows.sparkSession())
                .where(col("position.lane").isin(lanes.toArray()))
                .select(identity("held_"));
        Dataset<Row> arriving = rows.as("arriving");
        return arriving.join(
                held,
                col("arriving.source")
                        .equalTo(col("held_source"))
                        .and(col("arriving.position.lane").equalTo(col("held_lane")))
                        .and(col("arriving.position.offset").equalTo(col("held_offset")))
                        .and(xxhash64(col("arriving.payload")).equalTo(col("held_payload"))),
                "left_anti");
    }

    private static Column[] identity(String prefix) {
        return new Column[] {
            col("source").as(prefix + "source"),
            col("position.lane").as(prefix + "lane"),
            col("position.offset").as(prefix + "offset"),
            xxhash64(col("payload")).as(prefix + "payload")
        };
    }

    /** Returns an aggregate of the offsets of rows with a position, by lane. */
    public static Map<String, Long> offsets(Dataset<Row> rows, Column aggregate) {
        Map<String, Long> offsets = new TreeMap<>();
        for (Row lane : rows.groupBy(col("position.lane")).agg(aggregate).collectAsList()) {
            offsets.put(lane.getString(0), lane.getLong(1));
        }
        return offsets;
    }
}
