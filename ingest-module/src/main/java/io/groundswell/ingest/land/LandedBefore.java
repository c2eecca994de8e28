package io.groundswell.ingest.land;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.xxhash64;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
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
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "landed-before.json";

    /** Spark's own file in a checkpoint: it is there once the checkpoint has been begun. */
    private static final String BEGUN = "metadata";

    /** Returns what the checkpoint says, or what bronze says now if the checkpoint is still to be begun. */
    public static LandedBefore of(String checkpoint, Table bronze, SparkSession spark) {
        try {
            FileSystem fs =
                    new Path(checkpoint).getFileSystem(spark.sparkContext().hadoopConfiguration());
            Path file = new Path(checkpoint, FILE);
            if (!fs.exists(new Path(checkpoint, BEGUN))) {
                LandedBefore now = new LandedBefore(positions(bronze.read(spark), max(col("position.offset"))));
                try (OutputStream out = fs.create(file, true)) {
                    JSON.writeValue(out, now.highest());
                }
                return now;
            }
            try (InputStream in = fs.open(file)) {
                return new LandedBefore(JSON.readValue(in, new TypeReference<TreeMap<String, Long>>() {}));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the checkpoint " + checkpoint, e);
        }
    }

    /** Returns the lanes of raw posts in which a frame lies at or below what had landed. */
    List<String> lanesIn(Dataset<Row> rawPosts) {
        List<String> lanes = new ArrayList<>();
        if (!highest.isEmpty()) {
            positions(rawPosts, min(col("position.offset"))).forEach((lane, lowest) -> {
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

    private static Map<String, Long> positions(Dataset<Row> rawPosts, Column offset) {
        Map<String, Long> positions = new TreeMap<>();
        for (Row lane : rawPosts.groupBy(col("position.lane")).agg(offset).collectAsList()) {
            positions.put(lane.getString(0), lane.getLong(1));
        }
        return positions;
    }
}
