package io.groundswell.ingest.topic;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import com.fasterxml.jackson.core.type.TypeReference;
import io.groundswell.ingest.land.LandedBefore;
import io.groundswell.ingest.source.CheckpointNote;
import io.groundswell.job.PlatformException;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Where a query begins to read a topic. A topic that this input has landed frames of is gone on with behind the newest
 * change of each partition: the batches before it are complete, and of what lies behind it each table takes what it
 * has not. Any other is read from the oldest records that there are. Kept in the checkpoint's folder, and so as long
 * as it.
 */
record TopicStart(Lake lake, TopicAddress address, String query) {
    private static final String FILE = "topic-start.json";

    /**
     * Returns what the checkpoint says, or where to begin if it is still to be begun.
     *
     * @throws PlatformException if the checkpoint is one of a topic that was deleted and made anew
     */
    TopicPositions of(String checkpoint, SortedMap<Integer, Long> beginnings, SparkSession spark) {
        Map<String, SortedMap<Integer, Long>> byTopic = new CheckpointNote(checkpoint, FILE)
                .read(
                        spark.sparkContext().hadoopConfiguration(),
                        new TypeReference<>() {},
                        () -> Map.of(address.id(), next(beginnings, spark)));
        SortedMap<Integer, Long> next = byTopic.get(address.id());
        if (next == null) {
            throw madeAnew(address);
        }
        return new TopicPositions(address.topic(), next);
    }

    static PlatformException madeAnew(TopicAddress address) {
        return PlatformException.usage(
                ("Topic %s was deleted and made anew since it was read: its offsets name other records now. Give what is "
                                + "new a topic of another name, or land it in another lake.")
                        .formatted(address.topic()));
    }

    private SortedMap<Integer, Long> next(SortedMap<Integer, Long> beginnings, SparkSession spark) {
        SortedMap<Integer, Long> next = new TreeMap<>(beginnings);
        if (isKnown(spark)) {
            TopicPositions named = new TopicPositions(address.topic(), beginnings);
            Object[] lanes = beginnings.keySet().stream().map(named::lane).toArray();
            Dataset<Row> landed = lake.table(Catalogue.POST_CHANGES)
                    .read(spark)
                    .where(col("position.lane").isin(lanes));
            Map<String, Long> newest = LandedBefore.offsets(landed, max(col("position.offset")));
            next.replaceAll((partition, beginning) -> newest.containsKey(named.lane(partition))
                    ? Long.valueOf(newest.get(named.lane(partition)) + 1)
                    : beginning);
        }
        return next;
    }

    private boolean isKnown(SparkSession spark) {
        return !lake.table(Catalogue.FRONTIERS)
                .read(spark)
                .where(col("input").equalTo(query))
                .isEmpty();
    }
}
